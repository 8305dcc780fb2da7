package interlock.parallel.cpython;

import java.util.Arrays;

/**
 * A Python exception that a twin raised. The message begins with its Python type, the stack trace
 * has the lines of the twin's source.
 */
public final class PythonException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final String FILE = "twin.py";

  private final String type;

  /**
   * @param type the name of the Python class
   * @param message what {@code str} makes of it
   * @param frames {@code function:line} for each frame in the twin, innermost first, with commas
   */
  PythonException(String type, String message, String frames) {
    super(message.isEmpty() ? type : type + ": " + message, null, true, true);
    this.type = type;
    setStackTrace(
        Arrays.stream(frames.split(",", -1))
            .filter(frame -> !frame.isEmpty())
            .map(PythonException::frame)
            .toArray(StackTraceElement[]::new));
  }

  private static StackTraceElement frame(String text) {
    int colon = text.lastIndexOf(':');
    int line = Integer.parseInt(text.substring(colon + 1));
    return new StackTraceElement("Python", text.substring(0, colon), FILE, line);
  }

  /** Returns the name of the Python class, such as {@code ZeroDivisionError}. */
  public String type() {
    return type;
  }
}
