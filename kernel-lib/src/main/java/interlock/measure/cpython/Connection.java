package interlock.measure.cpython;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The two-way connection to one Python process: whole values go in and come out. */
final class Connection implements AutoCloseable {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);
  private static final int LOOK_MILLIS = 50;

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;

  private Connection(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(new java.io.BufferedInputStream(socket.getInputStream()));
    this.out = socket.getOutputStream();
  }

  /** Opens the door that the process comes to; nobody else can be waiting at its number. */
  static ServerSocket door() throws IOException {
    return new ServerSocket(0, 4, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
  }

  /** Waits for the process that knows the secret; returns null if it has ended or never comes. */
  static @Nullable Connection accept(ServerSocket door, Process process, String secret)
      throws IOException, InterruptedException {
    door.setSoTimeout(LOOK_MILLIS);
    long begin = System.nanoTime();
    while (process.isAlive() && System.nanoTime() - begin < PATIENCE_NANOS) {
      if (Thread.interrupted()) {
        throw new InterruptedException("Python was being started");
      }
      try {
        Connection caller = new Connection(door.accept());
        if (caller.knows(secret)) {
          return caller;
        }
        caller.close();
      } catch (SocketTimeoutException nobodyYet) {
        // Look whether the process still lives.
      }
    }
    return null;
  }

  private boolean knows(String secret) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setSoTimeout((int) TimeUnit.NANOSECONDS.toMillis(PATIENCE_NANOS));
    byte[] said = in.readNBytes(secret.length());
    socket.setSoTimeout(0);
    return java.security.MessageDigest.isEqual(said, Values.ascii(secret));
  }

  synchronized void send(byte[] message) throws IOException {
    out.write(ByteBuffer.allocate(4).putInt(message.length).array());
    out.write(message);
    out.flush();
  }

  /** Waits for the next message. */
  Map<?, ?> receive() throws IOException {
    int length = in.readInt();
    if (length < 0 || length > Values.MOST_BYTES + (1 << 20)) {
      throw new GarbledException();
    }
    byte[] data = new byte[length];
    in.readFully(data);
    if (Values.decode(data) instanceof Map<?, ?> reply && reply.get("is") instanceof String) {
      return reply;
    }
    throw new GarbledException();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException gone) {
      // It is closed.
    }
  }
}
