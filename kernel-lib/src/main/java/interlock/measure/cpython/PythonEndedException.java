package interlock.measure.cpython;

/**
 * A Python process ended, or was ended, before its result had come back. The message is one
 * sentence that says how, and what to do.
 */
public final class PythonEndedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  PythonEndedException(String sentence) {
    super(sentence);
  }
}
