package interlock.view;

import interlock.measure.Durations;
import java.time.Duration;

/**
 * A window of virtual time, in nanoseconds from the start of a run.
 *
 * @param fromNanos its beginning, 0 or later
 * @param toNanos its end, at least {@link #SHORTEST} later
 */
public record TimeWindow(long fromNanos, long toNanos) {
  /** The shortest window, in nanoseconds: a nanosecond is then some pixels wide. */
  public static final long SHORTEST = 100;

  /**
   * Checks the window.
   *
   * @throws IllegalArgumentException if it begins before 0 or is shorter than 100 ns
   */
  public TimeWindow {
    if (fromNanos < 0 || toNanos - fromNanos < SHORTEST) {
      throw new IllegalArgumentException(
          "A window of time begins at 0 or later and is %d ns or longer: not from %d to %d ns"
              .formatted(SHORTEST, fromNanos, toNanos));
    }
  }

  /**
   * Returns the window of this length around a moment, moved to the right where it would begin
   * before 0.
   *
   * @throws IllegalArgumentException if it is shorter than 100 ns
   */
  public static TimeWindow around(long nanos, long length) {
    long from = Math.max(0, nanos - length / 2);
    return new TimeWindow(from, from + length);
  }

  /** Returns the length in nanoseconds. */
  public long nanos() {
    return toNanos - fromNanos;
  }

  /** Returns whether the moment lies in the window. */
  public boolean holds(long nanos) {
    return nanos >= fromNanos && nanos <= toNanos;
  }

  /** Returns how much of a stretch of time lies in the window, in nanoseconds. */
  public long overlap(long from, long to) {
    return Math.max(0, Math.min(to, toNanos) - Math.max(from, fromNanos));
  }

  @Override
  public String toString() {
    return "from %s, %s long"
        .formatted(
            ClockText.of(fromNanos), Durations.format(Duration.ofNanos(toNanos - fromNanos)));
  }
}
