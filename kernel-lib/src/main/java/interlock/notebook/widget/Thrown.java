package interlock.notebook.widget;

/** What a learner's function has thrown, in words. */
final class Thrown {
  private Thrown() {}

  static String inWords(Throwable thrown) {
    String type = thrown.getClass().getSimpleName();
    String message = message(thrown);
    return message.isBlank() ? type : type + ": " + message;
  }

  /** A message may throw as well. */
  private static String message(Throwable thrown) {
    try {
      return String.valueOf(thrown.getMessage() == null ? "" : thrown.getMessage());
    } catch (Throwable again) {
      return "";
    }
  }
}
