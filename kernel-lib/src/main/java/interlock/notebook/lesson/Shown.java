package interlock.notebook.lesson;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A learner's value in a few words, whatever its own {@code toString} does. */
final class Shown {
  private static final int MOST_CHARACTERS = 120;

  private Shown() {}

  static String of(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    try {
      return shortened(words(value));
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      return "a %s whose toString() threw %s"
          .formatted(typeOf(value), e.getClass().getSimpleName());
    }
  }

  /** Names a type as a learner would: the interface of a lambda, not the class behind it. */
  static String typeOf(Object value) {
    Class<?> type = value.getClass();
    if (type.isHidden() || type.isSynthetic()) {
      Class<?>[] faces = type.getInterfaces();
      return faces.length > 0 ? faces[0].getSimpleName() : "lambda";
    }
    return type.getSimpleName().isEmpty() ? type.getName() : type.getSimpleName();
  }

  private static String words(Object value) {
    if (value instanceof CharSequence text) {
      return '"' + text.toString() + '"';
    }
    if (value.getClass().isArray()) {
      String inside = Arrays.deepToString(new Object[] {value});
      return inside.substring(1, inside.length() - 1);
    }
    return String.valueOf(value);
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ");
    int end = Math.min(line.length(), MOST_CHARACTERS);
    return end == line.length()
        ? line
        : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, end) - 1)) + "…";
  }
}
