package interlock.gil.machine;

import org.jspecify.annotations.Nullable;

/**
 * Threads that wait for one thing, longest wait first. A thread is in one list at most; taking it
 * out costs the same wherever it stands.
 */
public final class WaitList {
  private @Nullable SimThread first;
  private @Nullable SimThread last;
  private int size;

  /** Adds a thread at the end. */
  public void add(SimThread thread) {
    if (thread.list != null) {
      throw new IllegalStateException(thread + " waits for two things");
    }
    thread.list = this;
    thread.before = last;
    thread.after = null;
    if (last == null) {
      first = thread;
    } else {
      last.after = thread;
    }
    last = thread;
    size++;
  }

  /** Takes out and returns the thread that has waited longest; null if there is none. */
  public @Nullable SimThread poll() {
    SimThread thread = first;
    if (thread != null) {
      remove(thread);
    }
    return thread;
  }

  /** Takes a thread out. */
  public void remove(SimThread thread) {
    if (thread.list != this) {
      throw new IllegalStateException(thread + " does not wait here");
    }
    if (thread.before == null) {
      first = thread.after;
    } else {
      thread.before.after = thread.after;
    }
    if (thread.after == null) {
      last = thread.before;
    } else {
      thread.after.before = thread.before;
    }
    thread.list = null;
    thread.before = null;
    thread.after = null;
    size--;
  }

  /** Returns whether nobody waits. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** Returns how many wait. */
  public int size() {
    return size;
  }
}
