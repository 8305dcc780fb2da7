package interlock.measure.cpython;

/** The exit code of a process in words. */
final class ExitCode {
  private static final int SIGNAL = 128;
  private static final int LOST = 97;

  private ExitCode() {}

  /** Returns how a process ended before its result had come back, without a full stop. */
  static String say(CPython python, int code) {
    if (code == LOST) {
      return python + " closed the connection on which its result comes back";
    }
    if (code > SIGNAL && code <= SIGNAL + 64) {
      return "%s was ended by signal %d%s before its result came back"
          .formatted(python, code - SIGNAL, signal(code - SIGNAL));
    }
    return "%s ended itself with exit code %d before its result came back".formatted(python, code);
  }

  private static String signal(int number) {
    return switch (number) {
      case 6 -> " (abort)";
      case 7, 10 -> " (bus error)";
      case 8 -> " (arithmetic error)";
      case 9 -> " (killed from outside, often for want of memory)";
      case 11 -> " (segmentation fault)";
      case 15 -> " (asked to end)";
      default -> "";
    };
  }
}
