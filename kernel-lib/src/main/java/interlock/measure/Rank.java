package interlock.measure;

/**
 * Where a quantile stands among sorted samples: a share of the way from one to the next.
 *
 * <p>Rank {@code (n − 1)·q}: the default of {@code numpy.quantile}, type 7 of Hyndman and Fan
 * (1996), "Sample Quantiles in Statistical Packages", The American Statistician 50(4).
 *
 * @param below the place of the sample below
 * @param above the place of the sample above; the same for the last
 * @param share how far from the one to the other, from 0 to 1
 */
public record Rank(int below, int above, double share) {
  /**
   * Returns where the {@code q} quantile of so many samples stands.
   *
   * @throws IllegalArgumentException if {@code q} is not between 0 and 1
   */
  public static Rank of(int samples, double q) {
    if (!(q >= 0 && q <= 1)) {
      throw new IllegalArgumentException("A quantile lies between 0 and 1, not at " + q);
    }
    double rank = (samples - 1) * q;
    int below = (int) rank;
    return new Rank(below, Math.min(below + 1, samples - 1), rank - below);
  }
}
