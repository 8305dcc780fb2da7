package interlock.scaling;

import java.util.Locale;

/**
 * Amdahl's law: a share {@code s} of the work stays serial, the rest divides evenly, so {@code n}
 * workers are {@code 1 ÷ (s + (1 − s) ÷ n)} times as fast as one.
 *
 * <p>Source: G. M. Amdahl, "Validity of the single processor approach to achieving large scale
 * computing capabilities", AFIPS Spring Joint Computer Conference 1967, pages 483–485.
 *
 * @param serialFraction the serial share {@code s}, from 0 (all parallel) to 1 (all serial)
 */
public record Amdahl(double serialFraction) implements ScalingLaw {
  /** An error bar below this share of its value counts as this share, or it would own the fit. */
  private static final double SMALLEST_RELATIVE_ERROR = 0.01;

  /** Refuses a share outside 0 to 1. */
  public Amdahl {
    if (!(serialFraction >= 0 && serialFraction <= 1)) {
      throw new IllegalArgumentException(
          "The serial fraction lies between 0 and 1, not at " + serialFraction);
    }
  }

  /**
   * Returns the law that fits a measured curve best.
   *
   * <p>With {@code y = 1 ÷ speedup} the law is a straight line in {@code s}: {@code y − 1 ÷ n = s
   * (1 − 1 ÷ n)}. So {@code s} is the weighted least-squares solution of that, cut to 0 to 1. A
   * point weighs one over the square of the half-length of its error bar in {@code y}. One worker
   * says nothing about {@code s} and has no weight.
   *
   * @throws IllegalArgumentException if no point has two workers or more
   */
  public static Amdahl fit(SpeedupCurve curve) {
    if (!curve.isParallel()) {
      throw new IllegalArgumentException(
          "A fit needs a point with 2 workers or more: %s has none".formatted(curve.label()));
    }
    double covariance = 0;
    double variance = 0;
    for (SpeedupPoint point : curve.points()) {
      double x = 1 - 1.0 / point.workers();
      double y = 1 / point.speedup() - 1.0 / point.workers();
      covariance += weight(point) * x * y;
      variance += weight(point) * x * x;
    }
    return new Amdahl(Math.clamp(covariance / variance, 0, 1));
  }

  private static double weight(SpeedupPoint point) {
    double error = (1 / point.low() - 1 / point.high()) / 2;
    double atLeast = SMALLEST_RELATIVE_ERROR / point.speedup();
    return 1 / Math.pow(Math.max(error, atLeast), 2);
  }

  @Override
  public String name() {
    return String.format(Locale.ROOT, "Amdahl, %.1f %% serial", serialFraction * 100);
  }

  @Override
  public double speedup(int workers) {
    if (workers < 1) {
      throw new IllegalArgumentException("A speedup needs 1 worker or more, not " + workers);
    }
    return 1 / (serialFraction + (1 - serialFraction) / workers);
  }

  /** Returns the speedup that no number of workers exceeds: infinite if nothing is serial. */
  public double limit() {
    return 1 / serialFraction;
  }
}
