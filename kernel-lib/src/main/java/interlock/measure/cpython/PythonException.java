package interlock.measure.cpython;

import java.util.List;

/**
 * An exception that a Python program raised. The message begins with its Python type; the stack
 * trace has the lines of the program's own source, innermost first, and none of Python's library.
 */
public final class PythonException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String type;

  /**
   * One frame of the traceback that lies in the program.
   *
   * @param function the function's name, or {@code <module>}
   * @param line the line in the source, from 1
   */
  public record Frame(String function, int line) {}

  /**
   * Makes an exception of what Python told.
   *
   * @param type the name of the Python class
   * @param message what {@code str} makes of it
   * @param file what the program is called, as the stack trace shows it
   * @param frames the frames in the program, innermost first
   */
  public PythonException(String type, String message, String file, List<Frame> frames) {
    super(message.isEmpty() ? type : type + ": " + message, null, true, true);
    this.type = type;
    setStackTrace(
        frames.stream()
            .map(frame -> new StackTraceElement("Python", frame.function(), file, frame.line()))
            .toArray(StackTraceElement[]::new));
  }

  /** Returns the name of the Python class, such as {@code ZeroDivisionError}. */
  public String type() {
    return type;
  }
}
