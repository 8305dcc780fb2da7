package interlock.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the elements of one array are written: numbers with equal decimals, all equally wide. */
final class ArrayElements {
  /** NumPy's {@code precision}. */
  private static final int PRECISION = 8;

  private static final int LONGEST = 60;

  private final Numbers numbers;
  private int width;

  private ArrayElements(Numbers numbers) {
    this.numbers = numbers;
  }

  /** Returns the format of these elements, none of which is null. */
  static ArrayElements of(List<Object> shown) {
    double[] fractions =
        shown.stream()
            .filter(ArrayElements::isFraction)
            .mapToDouble(value -> ((Number) value).doubleValue())
            .toArray();
    ArrayElements elements = new ArrayElements(Numbers.plain(PRECISION, fractions));
    for (Object value : shown) {
      elements.width = Math.max(elements.width, elements.plain(value).length());
    }
    return elements;
  }

  /** Returns an element as wide as the widest: numbers to the right, all else to the left. */
  String format(@Nullable Object value) {
    String text = plain(value);
    String padding = " ".repeat(Math.max(0, width - text.length()));
    return value instanceof Number ? padding + text : text + padding;
  }

  /** Returns an element as it is. */
  String plain(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String text -> '"' + shorten(text) + '"';
      case Character letter -> "'" + shorten(letter.toString()) + "'";
      case Number number when isFraction(number) -> numbers.format(number.doubleValue());
      default -> shorten(describe(value));
    };
  }

  private static boolean isFraction(Object value) {
    return value instanceof Double || value instanceof Float;
  }

  /** A class of a cell may throw anything from its own {@code toString}. */
  private static String describe(Object value) {
    try {
      return String.valueOf(value);
    } catch (RuntimeException | StackOverflowError e) {
      return value.getClass().getName() + " (its toString failed: " + e.getClass().getName() + ")";
    }
  }

  private static String shorten(String text) {
    String line = text.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
    return line.codePointCount(0, line.length()) <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }
}
