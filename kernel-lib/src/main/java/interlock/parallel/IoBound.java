package interlock.parallel;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests to a slow server: nothing to compute, only answers to wait for, so workers help far
 * beyond the number of cores.
 *
 * <p>The server is real and stands in this process: it listens on the loopback address, and each
 * answer comes over a socket after the delay that the request names, as from a disk or a database
 * that is busy. The delay itself is a timer in the server. A worker opens one connection per piece
 * and sends its requests one after the other. The Python twin does the same with {@code socket},
 * which gives the global interpreter lock away while it waits.
 */
public final class IoBound {
  private static final int DEFAULT_PIECES = 64;
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private static final String PYTHON =
      """
      import socket
      import struct

      def exactly(connection, count):
          received = b""
          while len(received) < count:
              chunk = connection.recv(count - len(received))
              if not chunk:
                  raise ConnectionError("the server has gone")
              received += chunk
          return received

      def piece(index, start, stop):
          total = 0
          with socket.create_connection(("127.0.0.1", PORT)) as connection:
              connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
              for i in range(start, stop):
                  connection.sendall(struct.pack(">qq", DELAY, i))
                  total += struct.unpack(">q", exactly(connection, 8))[0]
          return total
      """;

  private IoBound() {}

  /**
   * Returns the task of sending so many requests, in 64 pieces, and adding up the answers: the
   * server answers number {@code i} with {@code 2i + 1}. The first task starts the server, which
   * stays until this process ends.
   *
   * @param requests how many requests
   * @param delay how long the server takes to answer one; up to 10 seconds
   * @throws IllegalArgumentException if the delay is negative or too long
   */
  public static Task<Long, Long> task(long requests, Duration delay) {
    if (delay.isNegative() || delay.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "The server answers after 0 to 10 seconds, not after " + delay);
    }
    int port = Server.port();
    long delayNanos = delay.toNanos();
    return Task.<Long, Long>of(
            "waiting for answers",
            requests,
            DEFAULT_PIECES,
            piece -> ask(piece, port, delayNanos),
            partials -> partials.stream().mapToLong(Long::longValue).sum())
        .withUnit("requests")
        .withPython(
            PythonTwin.ofLong("PORT = %d\nDELAY = %d\n%s".formatted(port, delayNanos, PYTHON)));
  }

  private static long ask(Piece piece, int port, long delayNanos)
      throws IOException, InterruptedException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      DataInputStream in = new DataInputStream(socket.getInputStream());
      long total = 0;
      for (long i = piece.from(); i < piece.to(); i++) {
        piece.checkInterrupt();
        out.write(ByteBuffer.allocate(16).putLong(delayNanos).putLong(i).array());
        total += in.readLong();
      }
      return total;
    }
  }

  /** The slow server; a virtual thread waits for each connection. */
  private static final class Server {
    private static final long PAUSE_NANOS = 10_000_000;
    private static final ServerSocket SOCKET = open();

    static int port() {
      return SOCKET.getLocalPort();
    }

    private static ServerSocket open() {
      try {
        ServerSocket socket = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("interlock-slow-server").start(() -> accept(socket));
        return socket;
      } catch (IOException refused) {
        throw new UncheckedIOException(
            "No server can listen on the loopback address: " + refused.getMessage(), refused);
      }
    }

    private static void accept(ServerSocket socket) {
      while (true) {
        try {
          Socket connection = socket.accept();
          Thread.ofVirtual().name("interlock-slow-answer").start(() -> answer(connection));
        } catch (IOException tooMany) {
          // That connection is lost; its worker says so. The next may succeed.
          LockSupport.parkNanos(PAUSE_NANOS);
        }
      }
    }

    private static void answer(Socket connection) {
      try (connection) {
        connection.setTcpNoDelay(true);
        DataInputStream in = new DataInputStream(connection.getInputStream());
        DataOutputStream out = new DataOutputStream(connection.getOutputStream());
        while (true) {
          long delayNanos = Math.clamp(in.readLong(), 0, LONGEST.toNanos());
          long number = in.readLong();
          Thread.sleep(Duration.ofNanos(delayNanos));
          out.writeLong(2 * number + 1);
        }
      } catch (EOFException done) {
        // The worker has all its answers.
      } catch (IOException | InterruptedException gone) {
        // The worker was killed.
      }
    }
  }
}
