package interlock.measure;

import org.jspecify.annotations.Nullable;

/**
 * A measurement together with the value that its last run computed.
 *
 * @param measurement how long the runs took
 * @param value the value of the last run
 */
public record Timed<T extends @Nullable Object>(Measurement measurement, T value) {
  @Override
  public String toString() {
    return measurement + " → " + value;
  }
}
