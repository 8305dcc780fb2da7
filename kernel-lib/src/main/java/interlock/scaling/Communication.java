package interlock.scaling;

import java.util.Locale;

/**
 * A model of what workers pay to talk: a pattern of messages, each of which costs a latency and its
 * bytes divided by a bandwidth.
 *
 * <p>Source: the cost model {@code α + mβ} of R. Thakur, R. Rabenseifner and W. Gropp,
 * "Optimization of Collective Communication Operations in MPICH", International Journal of High
 * Performance Computing Applications 19(1), 2005. No message waits for another of the same step,
 * and no network is shared.
 *
 * @param pattern who talks to whom
 * @param times how often the pattern runs in the whole job, 0 or more
 * @param latencySeconds what a message costs however short it is
 * @param bytes how many bytes each worker has to tell
 * @param bytesPerSecond the bandwidth; infinite if bytes cost nothing
 */
public record Communication(
    Pattern pattern, int times, double latencySeconds, double bytes, double bytesPerSecond) {
  /** Workers that say nothing. */
  public static final Communication NONE =
      new Communication(Pattern.TREE, 0, 0, 0, Double.POSITIVE_INFINITY);

  /** Who talks to whom. */
  public enum Pattern {
    /**
     * Pairs of workers combine what they have, then pairs of pairs: a reduction or a broadcast in
     * {@code ⌈log₂ n⌉} steps.
     */
    TREE("tree"),
    /** All tell one, who listens to them in turn: {@code n − 1} steps. */
    ALL_TO_ONE("all to one"),
    /**
     * Every worker has a different {@code n}-th of its bytes for every other: {@code n − 1} steps
     * of pairwise exchange.
     */
    ALL_TO_ALL("all to all");

    private final String words;

    Pattern(String words) {
      this.words = words;
    }

    /** Returns how many steps follow one another. */
    public int steps(int workers) {
      return this == TREE ? Integer.SIZE - Integer.numberOfLeadingZeros(workers - 1) : workers - 1;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /** Refuses negative figures and a bandwidth that is not above 0. */
  public Communication {
    if (times < 0) {
      throw new IllegalArgumentException("A pattern runs 0 times or more, not " + times);
    }
    Terms.requireSeconds("The latency of a message", latencySeconds);
    if (!(bytes >= 0 && bytes < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("A message has 0 bytes or more, not " + bytes);
    }
    if (!(bytesPerSecond > 0)) {
      throw new IllegalArgumentException(
          "A bandwidth is above 0 bytes per second, not " + bytesPerSecond);
    }
  }

  /** Returns messages that cost their latency only. */
  public static Communication of(Pattern pattern, int times, double latencySeconds) {
    return new Communication(pattern, times, latencySeconds, 0, Double.POSITIVE_INFINITY);
  }

  /**
   * Returns the time that all of it takes; one worker talks to nobody.
   *
   * @throws IllegalArgumentException if {@code workers} is less than 1
   */
  public double seconds(int workers) {
    Terms.requireWorkers(workers);
    double message = pattern == Pattern.ALL_TO_ALL ? bytes / workers : bytes;
    return (double) times * pattern.steps(workers) * (latencySeconds + message / bytesPerSecond);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d × %s: %.3g s a message and %.3g bytes at %.3g bytes/s",
        times,
        pattern,
        latencySeconds,
        bytes,
        bytesPerSecond);
  }
}
