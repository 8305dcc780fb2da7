package interlock.scaling;

import java.util.Locale;

/**
 * The speedup of one number of workers over the baseline, with its error bar.
 *
 * @param workers 1 or more
 * @param speedup the baseline's median time divided by the median time: 2 is twice as fast
 * @param low the lower end of the error bar, at most {@code speedup}
 * @param high the upper end of the error bar, at least {@code speedup}
 */
public record SpeedupPoint(int workers, double speedup, double low, double high) {
  /** Refuses worker counts below 1 and anything but {@code 0 < low ≤ speedup ≤ high}. */
  public SpeedupPoint {
    if (workers < 1) {
      throw new IllegalArgumentException("A speedup needs 1 worker or more, not " + workers);
    }
    if (!(low > 0 && low <= speedup && speedup <= high && high < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "A speedup lies within its error bar above 0, not %s in %s to %s"
              .formatted(speedup, low, high));
    }
  }

  /** Returns the speedup per worker: 1 is ideal. */
  public double efficiency() {
    return speedup / workers;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d %s: %.2f× (%.2f–%.2f)",
        workers,
        workers == 1 ? "worker" : "workers",
        speedup,
        low,
        high);
  }
}
