package interlock.measure;

import java.time.Duration;
import java.util.List;

/**
 * The wall-clock times of equal runs of one thing, in the order in which they were taken.
 *
 * @param label what was measured
 * @param samples one duration a run; at least one, none negative
 */
public record Measurement(String label, List<Duration> samples) {
  /** Copies the samples; refuses an empty list and negative times. */
  public Measurement {
    samples = List.copyOf(samples);
    if (samples.isEmpty()) {
      throw new IllegalArgumentException("A measurement needs at least one sample: " + label);
    }
    for (Duration sample : samples) {
      if (sample.isNegative()) {
        throw new IllegalArgumentException("A sample cannot be negative: " + sample);
      }
    }
  }

  /** Returns a measurement of the given samples. */
  public static Measurement of(String label, Duration... samples) {
    return new Measurement(label, List.of(samples));
  }

  /** Returns the number of samples. */
  public int runs() {
    return samples.size();
  }

  /** Returns the middle sample, or the mean of the two middle ones. */
  public Duration median() {
    return quantile(0.5);
  }

  /**
   * Returns the {@code q} quantile by linear interpolation between the two samples next to rank
   * {@code (n − 1)·q}: the default of {@code numpy.quantile}, type 7 of Hyndman and Fan (1996),
   * "Sample Quantiles in Statistical Packages", The American Statistician 50(4).
   *
   * @throws IllegalArgumentException if {@code q} is not between 0 and 1
   */
  public Duration quantile(double q) {
    Rank rank = Rank.of(samples.size(), q);
    List<Duration> sorted = samples.stream().sorted().toList();
    Duration lower = sorted.get(rank.below());
    Duration step = sorted.get(rank.above()).minus(lower);
    return lower.plusNanos(Math.round(step.toNanos() * rank.share()));
  }

  /** Returns the shortest sample. */
  public Duration min() {
    return quantile(0);
  }

  /** Returns the longest sample. */
  public Duration max() {
    return quantile(1);
  }

  /** Returns the 10 % quantile, the lower end of the error bar. */
  public Duration low() {
    return quantile(0.1);
  }

  /** Returns the 90 % quantile, the upper end of the error bar. */
  public Duration high() {
    return quantile(0.9);
  }

  /** Returns the length of the error bar as a share of the median: 0.1 is ten per cent. */
  public double relativeSpread() {
    double median = Durations.seconds(median());
    return median == 0 ? 0 : Durations.seconds(high().minus(low())) / median;
  }

  @Override
  public String toString() {
    return "%s: median %s (10–90 %%: %s, %d %s)"
        .formatted(
            label,
            Durations.format(median()),
            Durations.formatRange(low(), high()),
            runs(),
            runs() == 1 ? "run" : "runs");
  }
}
