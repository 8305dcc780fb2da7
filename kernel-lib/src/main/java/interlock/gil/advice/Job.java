package interlock.gil.advice;

import interlock.measure.Durations;
import java.time.Duration;
import java.util.Locale;

/**
 * A job in numbers: equal pieces of work that ask nothing of one another.
 *
 * <pre>{@code
 * Job.of(48).python(ofMillis(2)).waiting(ofMillis(6)).copying(Copying.of(NUMBERS, 1000))
 * }</pre>
 *
 * <p>It never changes: each call returns another.
 *
 * @param pieces how many pieces, 1 to 10,000
 * @param python how long a piece computes in Python, under the lock
 * @param released how long it computes in code that gives the lock away
 * @param waiting how long it waits: for a disk, a network, another program
 * @param copied what has to be sent to a worker that shares no memory
 */
public record Job(
    int pieces, Duration python, Duration released, Duration waiting, Copying copied) {
  /** The most pieces. */
  public static final int MOST_PIECES = 10_000;

  private static final Duration LONGEST = Duration.ofSeconds(10);

  public Job {
    if (pieces < 1 || pieces > MOST_PIECES) {
      throw new IllegalArgumentException(
          "A job has 1 to %,d pieces, not %,d".formatted(MOST_PIECES, pieces));
    }
    check("of Python", python);
    check("of released code", released);
    check("of waiting", waiting);
  }

  private static void check(String what, Duration time) {
    if (time.isNegative() || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "A piece has 0 to 10 s %s, not %s".formatted(what, Durations.format(time)));
    }
  }

  /** Returns pieces in which nothing happens yet. */
  public static Job of(int pieces) {
    return new Job(pieces, Duration.ZERO, Duration.ZERO, Duration.ZERO, Copying.nothing());
  }

  /** Returns the same with so much Python in a piece. */
  public Job python(Duration time) {
    return new Job(pieces, time, released, waiting, copied);
  }

  /** Returns the same with so much computing without the lock in a piece. */
  public Job released(Duration time) {
    return new Job(pieces, python, time, waiting, copied);
  }

  /** Returns the same with so much waiting in a piece. */
  public Job waiting(Duration time) {
    return new Job(pieces, python, released, time, copied);
  }

  /** Returns the same with something else to be sent for each piece. */
  public Job copying(Copying what) {
    return new Job(pieces, python, released, waiting, what);
  }

  /** Returns how long a piece takes when nobody is in its way. */
  public Duration piece() {
    return python.plus(released).plus(waiting);
  }

  /** Returns the share of Python in a piece, from 0 to 1; 0 if nothing happens in it. */
  public double pythonShare() {
    return piece().isZero() ? 0 : (double) python.toNanos() / piece().toNanos();
  }

  /** Returns what the {@code i}-th of several workers has to do, from 0: the first have more. */
  public int share(int workers, int i) {
    return pieces / workers + (i < pieces % workers ? 1 : 0);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d pieces of %s Python, %s released, %s waiting; %s to copy",
        pieces,
        Durations.format(python),
        Durations.format(released),
        Durations.format(waiting),
        copied);
  }
}
