package interlock.notebook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An exception as a learner can read it: what was thrown, the lines of the cells that led there,
 * and each cause likewise.
 *
 * <pre>{@code
 * ArithmeticException: / by zero
 *   cell [3], line 2, in half │ return n / d;
 *   cell [5], line 1          │ half(1, 0)
 * }</pre>
 *
 * <p>Frames of the kernel are left out, those of libraries stand in one line, calls that repeat
 * themselves are counted. Where no kernel knows the lines, cells are named without them. Safe for
 * use by any thread.
 */
public final class ErrorText {
  private static final StackTraceElement[] NO_TRACE = {};
  private static final int MOST_CAUSES = 8;
  private static final int MOST_SUPPRESSED = 3;

  private final List<String> lines = new ArrayList<>();
  private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private ErrorText() {}

  /** Returns the text, without a line end at its end. Never throws, whatever the exception does. */
  public static String of(Throwable thrown) {
    try {
      ErrorText text = new ErrorText();
      text.add("", "", thrown, NO_TRACE);
      return String.join("\n", text.lines);
    } catch (Throwable hostile) {
      return CellNames.simple(thrown.getClass().getName());
    }
  }

  /** Returns the first line alone: type and message. */
  public static String heading(Throwable thrown) {
    return ErrorHeading.of(thrown);
  }

  /** Returns the name of the type as the source has it, without its package. */
  public static String type(Throwable thrown) {
    return ErrorHeading.type(thrown);
  }

  /** Says whether this is the error that the kernel stops a cell's code with. */
  public static boolean isStop(Throwable thrown) {
    return ErrorHeading.isStop(thrown);
  }

  private void add(String indent, String called, Throwable first, StackTraceElement[] around) {
    String before = called;
    StackTraceElement[] outer = around;
    @Nullable Throwable next = first;
    while (next != null && seen.add(next) && seen.size() <= MOST_CAUSES) {
      Throwable thrown = next;
      StackTraceElement[] trace = orElse(thrown::getStackTrace, NO_TRACE);
      lines.add(indent + before + ErrorHeading.of(thrown));
      if (ErrorHeading.isStop(thrown)) {
        return;
      }
      for (String line : ErrorFrames.of(trace, outer)) {
        lines.add(indent + line);
      }
      addSuppressed(indent, thrown, trace);
      before = "because of ";
      outer = trace;
      next = causeOf(thrown);
    }
  }

  private void addSuppressed(String indent, Throwable thrown, StackTraceElement[] around) {
    Throwable[] suppressed = thrown.getSuppressed();
    for (int i = 0; i < Math.min(suppressed.length, MOST_SUPPRESSED); i++) {
      add(indent + "  ", "besides ", suppressed[i], around);
    }
    int more = suppressed.length - MOST_SUPPRESSED;
    if (more > 0) {
      lines.add(indent + "  … and %,d more".formatted(more));
    }
  }

  private static @Nullable Throwable causeOf(Throwable thrown) {
    try {
      return thrown.getCause();
    } catch (Throwable hostile) {
      return null;
    }
  }

  private static <T> T orElse(Supplier<T> risky, T otherwise) {
    try {
      return risky.get();
    } catch (Throwable hostile) {
      return otherwise;
    }
  }
}
