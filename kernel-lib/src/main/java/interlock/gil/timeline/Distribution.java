package interlock.gil.timeline;

import interlock.measure.Rank;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The distribution of a duration over a run, in nanoseconds. Of a duration seen very often only
 * every so many samples are kept; quantiles, mean, shortest and longest are of those. It never
 * changes.
 */
public final class Distribution {
  private final long[] sorted;
  private final long count;

  private Distribution(long[] samples, long count) {
    this.sorted = samples.clone();
    Arrays.sort(sorted);
    this.count = count;
  }

  /** Returns the distribution of these samples, in any order. */
  public static Distribution of(long... nanos) {
    return new Distribution(nanos, nanos.length);
  }

  /** Returns the distribution of a thing that was seen more often than was kept. */
  public static Distribution of(long[] nanos, long count) {
    return new Distribution(nanos, count);
  }

  /** Returns how often the duration was seen. */
  public long count() {
    return count;
  }

  /**
   * Returns the {@code q} quantile by linear interpolation, in nanoseconds; 0 if there is none.
   *
   * @throws IllegalArgumentException if {@code q} is not between 0 and 1
   */
  public long quantile(double q) {
    Rank rank = Rank.of(sorted.length, q);
    if (sorted.length == 0) {
      return 0;
    }
    long below = sorted[rank.below()];
    return below + Math.round((sorted[rank.above()] - below) * rank.share());
  }

  /** Returns the middle, in nanoseconds. */
  public long median() {
    return quantile(0.5);
  }

  /** Returns the longest, in nanoseconds. */
  public long max() {
    return quantile(1);
  }

  /** Returns the shortest, in nanoseconds. */
  public long min() {
    return quantile(0);
  }

  /** Returns the mean, in nanoseconds. */
  public double mean() {
    return Arrays.stream(sorted).average().orElse(0);
  }

  /** Returns the samples that were kept, in ascending order, in nanoseconds. */
  public long[] samples() {
    return sorted.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Distribution it
        && count == it.count
        && Arrays.equals(sorted, it.sorted);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(sorted) + Long.hashCode(count);
  }

  @Override
  public String toString() {
    return "%,d times: median %,d ns, 10–90 %% %,d–%,d ns"
        .formatted(count, median(), quantile(0.1), quantile(0.9));
  }
}
