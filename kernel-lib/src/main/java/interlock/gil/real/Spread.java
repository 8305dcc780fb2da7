package interlock.gil.real;

import interlock.measure.Rank;
import java.util.List;

/**
 * A measured quantity: its middle and the range in which most samples lie.
 *
 * @param low the 10 % quantile
 * @param median the middle
 * @param high the 90 % quantile
 */
public record Spread(double low, double median, double high) {
  /** Refuses what is out of order or negative. */
  public Spread {
    if (!(low >= 0 && low <= median && median <= high && high < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "A spread goes from low to high and is not negative: %s, %s, %s"
              .formatted(low, median, high));
    }
  }

  /**
   * Returns the spread of samples.
   *
   * @throws IllegalArgumentException if there is none, or one is no number
   */
  static Spread of(List<Double> samples) {
    if (samples.isEmpty()) {
      throw new IllegalArgumentException("A spread needs at least one sample");
    }
    List<Double> sorted = samples.stream().sorted().toList();
    return new Spread(at(sorted, 0.1), at(sorted, 0.5), at(sorted, 0.9));
  }

  private static double at(List<Double> sorted, double q) {
    Rank rank = Rank.of(sorted.size(), q);
    double below = sorted.get(rank.below());
    return below + (sorted.get(rank.above()) - below) * rank.share();
  }

  /** Returns this spread moved down by what else was in the samples; nothing goes below zero. */
  Spread less(double other) {
    return new Spread(
        Math.max(0, low - other), Math.max(0, median - other), Math.max(0, high - other));
  }

  /** Returns every quantile times a factor. */
  Spread times(double factor) {
    return new Spread(low * factor, median * factor, high * factor);
  }

  /** Returns the length of the range as a share of the median; 0 if the median is 0. */
  public double relative() {
    return median == 0 ? 0 : (high - low) / median;
  }
}
