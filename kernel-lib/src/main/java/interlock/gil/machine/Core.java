package interlock.gil.machine;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** A core: who is on it, who waits for it, and how busy it has been. Times are nanoseconds. */
final class Core {
  /** The time over which its use is averaged: with this one use halves in 32 ms, as in Linux. */
  private static final double USE_NANOS = 46e6;

  final int number;

  /** Who runs on it, or is on its way to it. */
  @Nullable SimThread thread;

  /** Since when it runs its thread, or has none. */
  long since;

  final PriorityQueue<SimThread> queue =
      new PriorityQueue<>(
          4,
          Comparator.<SimThread>comparingLong(thread -> thread.queueRank)
              .thenComparingLong(thread -> thread.queueOrder));

  private long busy;

  /** For how long it had been idle when it was last woken, and when that was. */
  private long idled;

  private long wokenAt;

  private double use;
  private long useAt;

  Core(int number) {
    this.number = number;
  }

  boolean isIdle() {
    return thread == null;
  }

  /** Whether its thread is there, not on its way. */
  boolean runs() {
    return thread != null && thread.runs;
  }

  /** A thread is on its way to it. */
  void expects(SimThread coming, long now) {
    if (thread == null) {
      use(now);
      idled = now - since;
      wokenAt = now;
    }
    thread = coming;
  }

  /** Its thread has left it; another may follow. */
  void left(long now) {
    busy += now - since;
  }

  /** It has nothing to do. */
  void becomesIdle(long now) {
    use(now);
    thread = null;
    since = now;
  }

  /** Returns for how long it has run threads. */
  long busyNanos(long now) {
    return busy + (runs() ? now - since : 0);
  }

  /** Returns how much of the time it has been busy lately, from 0 to 1. */
  double use(long now) {
    double share = (now - useAt) / USE_NANOS;
    use = (use + (thread == null ? 0 : share)) / (1 + share);
    useAt = now;
    return use;
  }

  /** Returns when it was last woken from idling. */
  long wokenAt() {
    return wokenAt;
  }

  /** Returns for how long it had been idle then. */
  long idledNanos() {
    return idled;
  }
}
