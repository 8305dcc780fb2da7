package interlock.notebook.stop;

import java.util.Locale;

/**
 * Decides from what the heap holds after each collection whether a cell has to be stopped.
 *
 * <p>Near the end of the heap a collector works for many seconds before it gives up. So a cell is
 * stopped at {@link #SHARE} of it. What the quick collections leave may be garbage still, so a full
 * collection has to confirm it; one is asked for at most each time that another {@link #STEP} of
 * the heap has filled. Used by one thread at a time.
 */
final class HeapLimit {
  static final double SHARE = 0.8;
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
  private long nextLook;

  /** A limit for a heap of at most {@code max} bytes. */
  HeapLimit(long max) {
    if (max <= 0) {
      throw new IllegalArgumentException("A heap has at least one byte, not " + max + ".");
    }
    this.max = max;
    this.limit = (long) (SHARE * max);
  }

  /** A new cell gets half of what the variables of the notebook leave, even above the share. */
  synchronized void cellBegins() {
    limit = Math.max((long) (SHARE * max), (used + max) / 2);
    nextLook = 0;
  }

  /**
   * Takes note of a collection that has left {@code usedNow} bytes.
   *
   * @param full whether it has looked at the whole heap, so that none of it is garbage
   */
  synchronized Verdict after(long usedNow, boolean full) {
    used = usedNow;
    if (usedNow <= limit) {
      return Verdict.GO_ON;
    }
    if (full) {
      return Verdict.STOP;
    }
    if (usedNow < nextLook) {
      return Verdict.GO_ON;
    }
    nextLook = usedNow + (long) (STEP * max);
    return Verdict.COLLECT_ALL;
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
