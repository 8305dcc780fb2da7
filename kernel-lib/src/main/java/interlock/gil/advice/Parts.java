package interlock.gil.advice;

/**
 * What the time of a run went into: for the worker that has the most pieces, in nanoseconds.
 *
 * @param python Python
 * @param released code that gave the lock away
 * @param waiting waiting for a device
 * @param copying copying, at both ends
 * @param turn all the rest: waiting for the lock, for a core, for the parent
 */
public record Parts(long python, long released, long waiting, long copying, long turn) {
  /**
   * Returns the parts of a run that took so long. What a piece is made of is known, so what is over
   * is the wait for a turn.
   *
   * @param wholeNanos how long the run took, simulated or measured
   */
  public static Parts of(Job job, Way way, int workers, long wholeNanos) {
    long pieces = job.share(way.workers(workers), 0);
    long python = Math.round(pieces * way.cost() * job.python().toNanos());
    long released = pieces * job.released().toNanos();
    long waiting = pieces * job.waiting().toNanos();
    long copying = pieces * way.copyingNanos(job);
    long known = python + released + waiting + copying;
    if (known > wholeNanos) {
      // Measured work may be a little quicker than it was said to be.
      double less = (double) wholeNanos / known;
      return new Parts(
          (long) (less * python),
          (long) (less * released),
          (long) (less * waiting),
          (long) (less * copying),
          0);
    }
    return new Parts(python, released, waiting, copying, wholeNanos - known);
  }

  /** Returns the whole. */
  public long total() {
    return python + released + waiting + copying + turn;
  }
}
