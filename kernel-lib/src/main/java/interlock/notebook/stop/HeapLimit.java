package interlock.notebook.stop;

import java.util.Locale;

/**
 * Decides from what the heap holds after each collection whether a cell has to be stopped.
 *
 * <p>Near the end of the heap a collector works for many seconds before it gives up: the sooner,
 * the more and the smaller the objects. So a cell is stopped at {@link #SHARE} of the heap, and at
 * {@link #SLOW_SHARE} where a full collection takes longer than {@link #SLOW_MILLIS}. What the
 * quick collections leave may be garbage still, so a full one has to confirm it; one is asked for
 * at most each time that another {@link #STEP} of the heap has filled. Safe for use by any thread.
 */
final class HeapLimit {
  static final double SHARE = 0.85;
  static final double SLOW_SHARE = 0.5;
  static final long SLOW_MILLIS = 300;
  static final double STEP = 0.04;

  /** What to do after a collection. */
  enum Verdict {
    GO_ON,
    COLLECT_ALL,
    STOP
  }

  private final long max;
  private long used;
  private long limit;
  private long slowLimit;
  private long nextLook;
  private boolean unsure;

  /** A limit for a heap of at most {@code max} bytes. */
  HeapLimit(long max) {
    if (max <= 0) {
      throw new IllegalArgumentException("A heap has at least one byte, not " + max + ".");
    }
    this.max = max;
    this.limit = (long) (SHARE * max);
    this.slowLimit = (long) (SLOW_SHARE * max);
  }

  /**
   * A new cell on a heap that is full of the notebook's variables gets half of what they leave.
   * That the heap was full says little, since what ended the cell before has freed it: the first
   * collection tells.
   */
  synchronized void cellBegins() {
    limit = (long) (SHARE * max);
    slowLimit = (long) (SLOW_SHARE * max);
    nextLook = 0;
    unsure = used > slowLimit;
  }

  /** Takes note of a collection from before the cell. */
  synchronized void before(long usedThen) {
    used = usedThen;
  }

  /**
   * Takes note of a collection that has left {@code usedNow} bytes.
   *
   * @param full whether it has looked at the whole heap, so that none of it is garbage
   * @param millis how long it took
   */
  synchronized Verdict after(long usedNow, boolean full, long millis) {
    used = usedNow;
    if (unsure && (full || usedNow <= slowLimit)) {
      unsure = false;
      leaveHalf();
      return Verdict.GO_ON;
    }
    if (usedNow <= slowLimit || (!full && usedNow < nextLook)) {
      return Verdict.GO_ON;
    }
    nextLook = usedNow + (long) (STEP * max);
    if (!full) {
      return Verdict.COLLECT_ALL;
    }
    return usedNow > limit || millis > SLOW_MILLIS ? Verdict.STOP : Verdict.GO_ON;
  }

  private void leaveHalf() {
    if (used > slowLimit) {
      slowLimit = (used + max) / 2;
      limit = Math.max(limit, slowLimit);
    }
  }

  /** What a learner reads. */
  String message() {
    return String.format(
        Locale.ROOT,
        "The cell was stopped because its objects fill the kernel's memory (%.1f of %.1f GB). What"
            + " variables of the notebook hold stays until they are set to null. INTERLOCK_HEAP=%dg"
            + " ./interlock lab gives the kernel more.",
        used / 1e9,
        max / 1e9,
        2 * Math.max(1, Math.round(max / 1e9)));
  }
}
