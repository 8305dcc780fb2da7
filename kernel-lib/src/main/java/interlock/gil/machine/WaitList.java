package interlock.gil.machine;

import org.jspecify.annotations.Nullable;

/**
 * Threads that wait for one thing, longest wait first. Taking a thread out costs the same wherever
 * it stands.
 *
 * <p>A thread is at most in one list of the program's and in one of its interpreter lock's: a
 * thread that waits on a queue may, on its way there, have to wait until another has the
 * interpreter lock.
 */
public final class WaitList {
  /** A thread's place in a list of one of the two sorts. */
  static final class Place {
    private final SimThread thread;
    private @Nullable WaitList list;
    private @Nullable Place before;
    private @Nullable Place after;

    Place(SimThread thread) {
      this.thread = thread;
    }
  }

  private final boolean program;
  private @Nullable Place first;
  private @Nullable Place last;
  private int size;

  /** A list of an interpreter lock's protocol. */
  public WaitList() {
    this(false);
  }

  private WaitList(boolean program) {
    this.program = program;
  }

  /** Returns a list of those that wait for a thing of the program's. */
  static WaitList ofProgram() {
    return new WaitList(true);
  }

  private Place place(SimThread thread) {
    return program ? thread.programPlace : thread.lockPlace;
  }

  /** Adds a thread at the end. */
  public void add(SimThread thread) {
    Place place = place(thread);
    if (place.list != null) {
      throw new IllegalStateException(thread + " waits for two things");
    }
    place.list = this;
    place.before = last;
    place.after = null;
    if (last == null) {
      first = place;
    } else {
      last.after = place;
    }
    last = place;
    size++;
  }

  /** Takes out and returns the thread that has waited longest; null if there is none. */
  public @Nullable SimThread poll() {
    if (first == null) {
      return null;
    }
    SimThread thread = first.thread;
    remove(thread);
    return thread;
  }

  /** Takes a thread out. */
  public void remove(SimThread thread) {
    Place place = place(thread);
    if (place.list != this) {
      throw new IllegalStateException(thread + " does not wait here");
    }
    if (place.before == null) {
      first = place.after;
    } else {
      place.before.after = place.after;
    }
    if (place.after == null) {
      last = place.before;
    } else {
      place.after.before = place.before;
    }
    place.list = null;
    place.before = null;
    place.after = null;
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
