package interlock.scaling;

import java.util.Locale;

/**
 * Gustafson's law, the scaled speedup: on {@code n} workers a share {@code s} of the time goes into
 * serial work, and the parallel part of the problem grows with the workers. One worker would need
 * {@code s + (1 − s) n} times as long for the same problem, so the scaled speedup is {@code n + (1
 * − n) s}.
 *
 * <p>The share is measured on the parallel run. {@link Amdahl}'s is measured on one worker, so the
 * two shares of one program differ; {@link #asAmdahl} converts.
 *
 * <p>Source: J. L. Gustafson, "Reevaluating Amdahl's Law", Communications of the ACM 31(5), 1988,
 * pages 532–533; he names E. Barsis as its author.
 *
 * @param serialFraction the serial share {@code s} of the parallel run's time, from 0 to 1
 */
public record Gustafson(double serialFraction) implements ScalingLaw {
  /** Refuses a share outside 0 to 1. */
  public Gustafson {
    if (!(serialFraction >= 0 && serialFraction <= 1)) {
      throw new IllegalArgumentException(
          "The serial fraction lies between 0 and 1, not at " + serialFraction);
    }
  }

  @Override
  public String name() {
    return String.format(Locale.ROOT, "Gustafson, %.1f %% serial", serialFraction * 100);
  }

  @Override
  public double speedup(int workers) {
    if (workers < 1) {
      throw new IllegalArgumentException("A speedup needs 1 worker or more, not " + workers);
    }
    return workers + (1 - workers) * serialFraction;
  }

  /**
   * Returns Amdahl's law for the problem that {@code workers} workers have grown to: what is serial
   * is a smaller share of it when one worker does it all. With that many workers, and with no other
   * number, the two laws give the same speedup.
   *
   * @throws IllegalArgumentException if {@code workers} is less than 1
   */
  public Amdahl asAmdahl(int workers) {
    return new Amdahl(serialFraction / speedup(workers));
  }
}
