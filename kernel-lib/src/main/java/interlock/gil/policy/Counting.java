package interlock.gil.policy;

import interlock.gil.machine.MachineModel;
import interlock.gil.machine.SharedObject;
import interlock.gil.machine.SimThread;
import java.util.SplittableRandom;

/**
 * How threads that run at the same time count the references to an object.
 *
 * <p>Costs are assumptions of the model: 1 ns for a plain change, 5 ns for an atomic one, two lock
 * operations for a locked one, all with the object's cache line at hand; fetching the line from
 * another core comes on top, and cores that want it at the same time get it one after the other.
 */
public enum Counting {
  /** Nothing protects the count: of two changes that meet, one is lost. */
  PLAIN("plain"),
  /** A lock in each object. */
  LOCKED("a lock for each object"),
  /** Atomic instructions. */
  ATOMIC("atomic"),
  /** The thread that made the object counts without atomic instructions, the others with. */
  BIASED("biased"),
  /** No counts at all: a tracing collector finds what is no longer in use. */
  NONE("none");

  private static final long PLAIN_NANOS = 1;
  private static final long ATOMIC_NANOS = 5;
  private static final int CHANGES = 2;

  private final String words;

  Counting(String words) {
    this.words = words;
  }

  /** Returns the way in words. */
  public String words() {
    return words;
  }

  /** A thread takes and drops references; returns how long that takes, in nanoseconds. */
  long touch(
      MachineModel model,
      SplittableRandom random,
      SimThread thread,
      SharedObject object,
      long times,
      long now) {
    if (this == NONE || times == 0) {
      object.add(times, times);
      return times;
    }
    object.madeBy(thread);
    long changes = CHANGES * times;
    boolean meets = object.lineBusyUntil() > now && object.lastCore() != thread.core();
    long end =
        meets
            ? object.lineBusyUntil() + changes * model.lineNanos()
            : now + fetch(model, thread, object) + changes * each(model, thread, object);
    object.add(times, meets && this == PLAIN ? times - lost(random, times) : times);
    object.changedBy(thread, end);
    return end - now;
  }

  private static long fetch(MachineModel model, SimThread thread, SharedObject object) {
    return object.lastCore() < 0 || object.lastCore() == thread.core() ? 0 : model.lineNanos();
  }

  private long each(MachineModel model, SimThread thread, SharedObject object) {
    return switch (this) {
      case PLAIN, NONE -> PLAIN_NANOS;
      case LOCKED -> 2 * model.lockNanos();
      case ATOMIC -> ATOMIC_NANOS;
      case BIASED -> object.owner() == thread ? PLAIN_NANOS : ATOMIC_NANOS;
    };
  }

  /** Every second one by chance. */
  private static long lost(SplittableRandom random, long times) {
    long lost = 0;
    long left = times;
    for (; left >= Long.SIZE; left -= Long.SIZE) {
      lost += Long.bitCount(random.nextLong());
    }
    return lost + Long.bitCount(random.nextLong() & ((1L << left) - 1));
  }
}
