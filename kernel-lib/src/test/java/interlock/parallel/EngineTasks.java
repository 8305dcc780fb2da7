package interlock.parallel;

import java.util.List;

/** Tasks that several tests run. */
public final class EngineTasks {
  private EngineTasks() {}

  /** Adds up one over each number, in an order of additions that rounding makes visible. */
  public static Task<Double, Double> harmonic(int size, int pieces) {
    return Task.<Double, Double>of(
            "harmonic sum",
            size,
            pieces,
            piece -> {
              double sum = 0;
              for (long i = piece.from(); i < piece.to(); i++) {
                sum += 1.0 / (i + 1);
              }
              return sum;
            },
            EngineTasks::sum)
        .withPython(
            PythonTwin.ofDouble(
                """
                def piece(index, start, stop):
                    total = 0.0
                    for i in range(start, stop):
                        total += 1.0 / (i + 1)
                    return total
                """));
  }

  private static double sum(List<Double> partials) {
    double sum = 0;
    for (double partial : partials) {
      sum += partial;
    }
    return sum;
  }

  /** Divides by zero in the piece with index 2. */
  public static Task<Long, Long> failing() {
    return Task.<Long, Long>of(
            "failing", 40, 4, piece -> 10L / (piece.index() - 2), partials -> partials.getFirst())
        .withPython(
            PythonTwin.ofLong(
                """
                def piece(index, start, stop):
                    return 10 // (index - 2)
                """));
  }

  /**
   * Tells a listener at this port of the loopback address that a piece has begun, then works until
   * it is stopped.
   */
  public static Task<Long, Long> endless(int port) {
    return Task.<Long, Long>of(
            "endless",
            100,
            100,
            piece -> {
              new java.net.Socket(java.net.InetAddress.getLoopbackAddress(), port).close();
              while (true) {
                piece.checkInterrupt();
              }
            },
            partials -> 0L)
        .withPython(
            PythonTwin.ofLong(
                """
                import socket

                def piece(index, start, stop):
                    socket.create_connection(("127.0.0.1", %d)).close()
                    while True:
                        pass
                """
                    .formatted(port)));
  }
}
