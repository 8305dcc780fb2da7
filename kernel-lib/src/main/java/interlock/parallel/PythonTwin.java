package interlock.parallel;

import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The same computation in Python: a module that defines {@code piece(index, start, stop)} and
 * returns the same partial result as the Java code.
 *
 * <p>The module is executed once in each interpreter that works on the task. It may import what the
 * standard library offers.
 *
 * @param source the text of the module
 * @param parse makes the partial result from Python's {@code repr} of it
 */
public record PythonTwin<P>(String source, Function<String, P> parse) {
  private static final Pattern PIECE = Pattern.compile("(?m)^def piece\\(");

  /** Refuses a module without the function that is called. */
  public PythonTwin {
    if (!PIECE.matcher(source).find()) {
      throw new IllegalArgumentException(
          "A Python twin defines 'def piece(index, start, stop):' and this source does not");
    }
  }

  /** Returns a twin whose {@code piece} returns an int that fits in 64 bits. */
  public static PythonTwin<Long> ofLong(String source) {
    return new PythonTwin<>(source, Long::valueOf);
  }

  /** Returns a twin whose {@code piece} returns a float; every digit survives. */
  public static PythonTwin<Double> ofDouble(String source) {
    return new PythonTwin<>(source, Double::valueOf);
  }
}
