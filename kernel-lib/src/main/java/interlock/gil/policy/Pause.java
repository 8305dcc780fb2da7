package interlock.gil.policy;

import java.time.Duration;

/**
 * How often and how long a collector stops all threads.
 *
 * @param every how much all threads compute in between; zero for never
 * @param length how long they stand still
 */
record Pause(Duration every, Duration length) {
  private static final Duration LONGEST = Duration.ofDays(1);

  /** No collector that stops anything. */
  static final Pause NEVER = new Pause(Duration.ZERO, Duration.ZERO);

  Pause {
    check(every, length);
  }

  /**
   * Checks the two.
   *
   * @throws IllegalArgumentException if one is negative or longer than a day, or a time between
   *     collections is shorter than 10 µs
   */
  static void check(Duration every, Duration length) {
    boolean often = !every.isZero() && every.compareTo(Duration.ofNanos(10_000)) < 0;
    if (often || every.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "Collections come every 10 µs to 1 day of computing, or never (zero), not every "
              + every);
    }
    if (length.isNegative() || length.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("A collection takes 0 s to 1 day, not " + length);
    }
  }
}
