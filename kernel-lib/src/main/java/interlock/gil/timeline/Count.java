package interlock.gil.timeline;

/**
 * A count that threads share, at the end of a run.
 *
 * @param expected what it would be if no update had been lost
 * @param found what it is
 */
public record Count(long expected, long found) {
  /** Returns the share of updates that was lost, from 0 to 1. */
  public double lostShare() {
    return expected == 0 ? 0 : (double) (expected - found) / expected;
  }
}
