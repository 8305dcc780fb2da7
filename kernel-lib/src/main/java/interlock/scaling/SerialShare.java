package interlock.scaling;

import java.util.Locale;

/**
 * The serial share that one measured speedup speaks of, with its error bar.
 *
 * @param workers 2 or more
 * @param fraction the share of the work; below 0 if the speedup is better than the ideal
 * @param low the lower end of the error bar, at most {@code fraction}
 * @param high the upper end of the error bar, at least {@code fraction}
 */
public record SerialShare(int workers, double fraction, double low, double high) {
  /** Refuses worker counts below 2 and anything but {@code low ≤ fraction ≤ high}. */
  public SerialShare {
    if (workers < 2) {
      throw new IllegalArgumentException("A serial share needs 2 workers or more, not " + workers);
    }
    if (!(low <= fraction && fraction <= high)) {
      throw new IllegalArgumentException(
          "A serial share lies within its error bar, not %s in %s to %s"
              .formatted(fraction, low, high));
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d workers: %.1f %% (%.1f–%.1f)",
        workers,
        100 * fraction,
        100 * low,
        100 * high);
  }
}
