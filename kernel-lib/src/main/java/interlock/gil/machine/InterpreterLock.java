package interlock.gil.machine;

import interlock.gil.timeline.Cause;
import interlock.gil.timeline.Step;
import org.jspecify.annotations.Nullable;

/**
 * An interpreter lock at run time: the protocol by which threads take it and give it up.
 *
 * <p>A protocol is called for a thread that is on a core. It lets that thread work ({@link
 * SimThread#burst}), wait ({@link SimThread#park}) or go on at once ({@link SimThread#goTo}), and
 * names the phase, {@link #FIRST_PHASE} or above, in which {@link #proceed} hears of it again. When
 * the thread has the lock it calls {@link #taken}, when the thread may go on without it {@link
 * #left}.
 */
public abstract class InterpreterLock {
  /** The phases of a protocol have this number and above. */
  public static final int FIRST_PHASE = 100;

  /** Where the interpreter may look whether the lock has to be given up. */
  public enum Place {
    /** Between two instructions within a statement. */
    INSTRUCTION,
    /** After a call. */
    CALL,
    /** At the jump back of a loop. */
    LOOP
  }

  /** The machine. */
  protected final SimulatedMachine machine;

  private final String name;
  private int number = -1;
  private @Nullable SimThread holder;
  private @Nullable SimThread lastHolder;
  private long droppedAt;
  private Cause cause = Cause.END;

  /** A lock that nobody holds. */
  protected InterpreterLock(SimulatedMachine machine, String name) {
    this.machine = machine;
    this.name = name;
  }

  /** Begins to take the lock. */
  protected abstract void take(SimThread thread);

  /** Begins to give the lock up. */
  protected abstract void drop(SimThread thread, Cause why);

  /** A phase of the protocol has come. */
  protected abstract void proceed(SimThread thread);

  /**
   * A timer that the protocol has set has fired; the thread is parked.
   *
   * @throws IllegalStateException if the protocol sets none
   */
  protected void timedOut(SimThread thread) {
    throw new IllegalStateException(thread + " waits without a time limit");
  }

  /** Returns whether the holder has to give the lock up at its next check point. */
  protected abstract boolean wantsCheck(SimThread thread);

  /** Returns whether a thread at a single check point has to give the lock up. */
  protected boolean isDue(SimThread thread) {
    return wantsCheck(thread);
  }

  /** Returns how much computing lies between two check points, in nanoseconds. */
  protected abstract long checkGapNanos();

  /** Returns whether the interpreter looks at such a place. */
  protected abstract boolean checksAt(Place place);

  /** The holder has come to a check point and has to give the lock up; it asks for it again. */
  protected void check(SimThread thread, int thenPhase) {
    step(thread, Step.Kind.CHECKS);
    giveUp(thread, Cause.INTERVAL, thenPhase);
  }

  /** The thread gives the lock up and asks for it again, then goes on in a phase. */
  protected final void giveUp(SimThread thread, Cause why, int thenPhase) {
    machine.yieldLock(thread, why, thenPhase);
  }

  /**
   * Returns whether a thread gives this lock up around every {@code acquire} of a lock of the
   * program, even of a free one.
   */
  protected boolean givesUpToAcquire() {
    return false;
  }

  /** Returns how long a compute of CPython 3.11 takes here, in nanoseconds. */
  protected long computeNanos(SimThread thread, long nanos) {
    return nanos;
  }

  /** Returns a time that is so many thousandths of another, rounded down. */
  protected static long permille(long nanos, long thousandths) {
    return nanos / 1000 * thousandths + nanos % 1000 * thousandths / 1000;
  }

  /** Takes and drops references to a shared object; returns how long that takes. */
  protected long touch(SimThread thread, SharedObject object, long times) {
    object.add(times, times);
    return times;
  }

  /** Returns whether there is a lock at all; without one no thread ever holds it. */
  protected boolean exists() {
    return true;
  }

  /** The thread has the lock. */
  protected final void taken(SimThread thread) {
    if (!exists()) {
      thread.tookLock(false);
      return;
    }
    holder = thread;
    step(thread, Step.Kind.TAKES);
    if (lastHolder != thread) {
      if (lastHolder != null) {
        machine.handedOver(number, droppedAt, lastHolder, thread, cause);
      }
      lastHolder = thread;
    }
    thread.tookLock(true);
  }

  /** The thread no longer has the lock; it may have to do more before it goes on. */
  protected final void dropped(SimThread thread, Cause why) {
    if (!exists()) {
      thread.gaveLock(why, false);
      return;
    }
    holder = null;
    droppedAt = machine.now();
    cause = why;
    step(thread, Step.Kind.DROPS);
    thread.gaveLock(why, true);
  }

  /** The thread has given the lock up and may go on. */
  protected final void left(SimThread thread) {
    thread.goTo(thread.afterDrop);
  }

  /** Returns who has the lock; null if it is free. */
  public final @Nullable SimThread holder() {
    return holder;
  }

  /** Returns who had it last. */
  protected final @Nullable SimThread lastHolder() {
    return lastHolder;
  }

  /** Has the holder, if it is on a core, stop at its next check point. */
  protected final void interruptHolder() {
    if (holder != null) {
      interrupt(holder);
    }
  }

  /** Has a thread, if it computes on a core, stop at its next check point. */
  protected final void interrupt(SimThread thread) {
    machine.computeAnew(thread);
  }

  /** Returns whether a thread takes an object's own lock to change it. */
  protected boolean locksObjects() {
    return false;
  }

  /** Records a step of the protocol. */
  protected final void step(SimThread thread, Step.Kind kind) {
    machine.step(number, thread, kind, -1);
  }

  /** Records that a thread wakes another; null for nobody. */
  protected final void signals(SimThread thread, @Nullable SimThread other) {
    machine.step(number, thread, Step.Kind.SIGNALS, other == null ? -1 : other.id());
  }

  /** Returns the lock's name. */
  public final String name() {
    return name;
  }

  /** Returns the lock's number; −1 where there is no lock. */
  public final int number() {
    return number;
  }

  final void number(int assigned) {
    number = assigned;
  }
}
