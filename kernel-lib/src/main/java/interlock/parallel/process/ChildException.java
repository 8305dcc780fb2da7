package interlock.parallel.process;

import java.util.List;

/** Stands for an exception of a child process that could not be sent as itself. */
public final class ChildException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ChildException(String text, List<StackTraceElement> frames) {
    super(text);
    setStackTrace(frames.toArray(StackTraceElement[]::new));
  }
}
