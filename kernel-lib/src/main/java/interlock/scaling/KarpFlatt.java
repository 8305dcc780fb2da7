package interlock.scaling;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The experimentally determined serial fraction of a measured curve, one for each number of
 * workers: {@code e = (1 ÷ speedup − 1 ÷ n) ÷ (1 − 1 ÷ n)}. It is Amdahl's share solved from one
 * point, so its {@link #trend} says what a single speedup hides.
 *
 * <p>Source: A. H. Karp and H. P. Flatt, "Measuring Parallel Processor Performance", Communications
 * of the ACM 33(5), 1990, pages 539–543.
 *
 * @param label whose speedups they are
 * @param shares one share a number of workers from 2 on, in rising order; may be empty
 */
public record KarpFlatt(String label, List<SerialShare> shares) {
  /** A difference below half a per cent of the work is none. */
  private static final double SMALLEST_DIFFERENCE = 0.005;

  /** What the serial fraction does as workers are added. */
  public enum Trend {
    /** Fewer than two shares. */
    UNKNOWN("one point shows no trend: measure with more workers"),
    /** The same share throughout. */
    STEADY("steady within the error bars: a part of the work is serial, as in Amdahl's law"),
    /** More with every worker. */
    RISING("rising: something grows with the workers: start-up, communication or a bottleneck"),
    /** Less with every worker. */
    FALLING("falling: more workers have something that fewer lack, such as caches"),
    /** Below nought with all the workers. */
    BELOW_ZERO("below zero: better than the ideal, so the run with one worker is slowed down");

    private final String meaning;

    Trend(String meaning) {
      this.meaning = meaning;
    }

    /** Returns what the trend tells, in one line. */
    public String meaning() {
      return meaning;
    }
  }

  /** Copies the shares. */
  public KarpFlatt {
    shares = List.copyOf(shares);
  }

  /** Returns the shares of a curve. One worker has none and is left out. */
  public static KarpFlatt of(SpeedupCurve curve) {
    return new KarpFlatt(
        curve.label(),
        curve.points().stream()
            .filter(point -> point.workers() > 1)
            .map(KarpFlatt::share)
            .toList());
  }

  /**
   * Returns the serial fraction of one speedup: 0 if it is ideal, 1 if the workers gain nothing.
   *
   * @throws IllegalArgumentException if there are fewer than 2 workers, or the speedup is not a
   *     number above 0
   */
  public static double serialFraction(double speedup, int workers) {
    if (workers < 2) {
      throw new IllegalArgumentException("A serial share needs 2 workers or more, not " + workers);
    }
    if (!(speedup > 0 && speedup < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("A speedup is a number above 0, not " + speedup);
    }
    double ideal = 1.0 / workers;
    return (1 / speedup - ideal) / (1 - ideal);
  }

  /** A high speedup means a low share, so the ends of the error bar change places. */
  private static SerialShare share(SpeedupPoint point) {
    int workers = point.workers();
    return new SerialShare(
        workers,
        serialFraction(point.speedup(), workers),
        serialFraction(point.high(), workers),
        serialFraction(point.low(), workers));
  }

  /**
   * Returns the trend from the fewest workers to the most. The share rises or falls if the two
   * error bars stand apart by more than half a per cent of the work.
   */
  public Trend trend() {
    if (shares.size() < 2) {
      return Trend.UNKNOWN;
    }
    SerialShare first = shares.getFirst();
    SerialShare last = shares.getLast();
    if (last.high() < -SMALLEST_DIFFERENCE) {
      return Trend.BELOW_ZERO;
    }
    if (last.low() - first.high() > SMALLEST_DIFFERENCE) {
      return Trend.RISING;
    }
    return first.low() - last.high() > SMALLEST_DIFFERENCE ? Trend.FALLING : Trend.STEADY;
  }

  @Override
  public String toString() {
    return label
        + ": "
        + shares.stream().map(SerialShare::toString).collect(Collectors.joining(", "))
        + "; "
        + trend().meaning();
  }
}
