package interlock.measure.cpython;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What came back from a program that a real CPython ran.
 *
 * @param python who ran it: compare only what that version can be compared with
 * @param value the program's value: {@code null}, {@code Boolean}, {@code Long}, {@code BigInteger}
 *     where a long is too small, {@code Double}, {@code String}, {@code byte[]}, {@code List} or
 *     {@code Map} of these
 * @param stdout what it printed, the first MiB
 * @param stderr what it wrote to its standard error, the first MiB
 * @param exit 0, or the code that it gave to {@code sys.exit}
 * @param times how long it took
 */
public record PythonResult(
    CPython python, @Nullable Object value, String stdout, String stderr, int exit, Times times) {

  /**
   * How long a program took.
   *
   * @param wall from the request, or from the start of the process, until the result was here
   * @param startUp the part of it before the first line of the program
   * @param program from the first line of the program to the last, measured in Python
   * @param phases the parts that the program named by {@code with phase("core"):}, measured in
   *     Python; a name that comes again adds up
   */
  public record Times(
      Duration wall, Duration startUp, Duration program, SequencedMap<String, Duration> phases) {
    /** Copies the phases. */
    public Times {
      phases = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(phases));
    }
  }

  /**
   * Returns the value as what the caller expects.
   *
   * @throws IllegalStateException if it is something else
   */
  public <T> T as(Class<T> type) {
    if (!type.isInstance(value)) {
      throw new IllegalStateException(
          "The program's value is %s, not a %s: end it with the value, or put it into 'result'"
              .formatted(
                  value == null ? "None" : "a " + value.getClass().getSimpleName(),
                  type.getSimpleName()));
    }
    return type.cast(value);
  }

  @Override
  public String toString() {
    return "%s → %s".formatted(python, value);
  }
}
