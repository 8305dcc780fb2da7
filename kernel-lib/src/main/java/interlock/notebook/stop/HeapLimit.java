package interlock.notebook.stop;

import java.util.Locale;

/**
 * Decides from what the heap holds whether a cell has to be stopped.
 *
 * <p>Near the end of the heap a collector works for many seconds before it gives up: the sooner,
 * the more and the smaller the objects. So a cell is stopped at {@link #SHARE} of the heap, and at
 * {@link #SLOW_SHARE} where a full collection takes longer than {@link #SLOW_MILLIS}. What a
 * partial collection leaves may be garbage still, so a full one has to confirm it; one is asked for
 * at most each time that another {@link #STEP} of the heap has filled. Safe for use by any thread.
 */
final class HeapLimit {
  static final double SHARE = 0.85;
  static final double SLOW_SHARE = 0.5;
  static final double NEAR_SHARE = 0.3;
  static final double TIGHT_SHARE = 0.7;
  static final long SLOW_MILLIS = 300;
  static final double STEP = 0.04;

  /** What a loop may fill before news of a collection is there. */
  static final long SUDDEN_BYTES = 400L << 20;

  /** What it may fill before a hold begins whose checks are not there yet. */
  static final long QUICK_BYTES = 128L << 20;

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
    limit = (long) (SHARE * max);
    slowLimit = (long) (SLOW_SHARE * max);
  }

  /**
   * A new cell on a heap that is full of the notebook's variables gets half of what they leave. How
   * much that is, garbage left out, the first full collection tells.
   *
   * @param usedNow what the heap holds now, with garbage
   */
  synchronized void cellBegins(long usedNow) {
    used = usedNow;
    limit = (long) (SHARE * max);
    slowLimit = (long) (SLOW_SHARE * max);
    nextLook = 0;
    unsure = usedNow > slowLimit;
  }

  /**
   * Whether a full collection has to tell how much of what the last one left is garbage, or of what
   * there is now, should that be past the limit before the next.
   */
  synchronized boolean doubtful(long left, long now) {
    return doubtful(left) || (near() && now > limit && doubtful(now));
  }

  /** Whether a full collection has to tell how much of these bytes is garbage. */
  synchronized boolean doubtful(long usedNow) {
    used = usedNow;
    unsure &= usedNow > slowLimit;
    return usedNow > slowLimit && usedNow >= nextLook;
  }

  /**
   * Whether a cell has to be stopped.
   *
   * @param usedNow bytes that a full collection has left
   * @param millis how long it took
   */
  synchronized boolean passed(long usedNow, long millis) {
    used = usedNow;
    nextLook = usedNow + (long) (STEP * max);
    if (unsure) {
      unsure = false;
      leaveHalf();
      return false;
    }
    return usedNow > limit || (usedNow > slowLimit && millis > SLOW_MILLIS);
  }

  /** Whether the heap holds so much that news of the next collection may come too late. */
  synchronized boolean near() {
    return used > Math.min((long) (NEAR_SHARE * max), max - SUDDEN_BYTES);
  }

  /** Whether a loop could fill what is left while the JVM changes compiled code. */
  synchronized boolean tight() {
    boolean small = max - (long) (SHARE * max) < QUICK_BYTES;
    return near() && (small || used > (long) (TIGHT_SHARE * max));
  }

  private void leaveHalf() {
    if (used > slowLimit) {
      slowLimit = (used + max) / 2;
      limit = Math.max(limit, slowLimit);
    }
  }

  /** What a learner reads. */
  synchronized String message() {
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
