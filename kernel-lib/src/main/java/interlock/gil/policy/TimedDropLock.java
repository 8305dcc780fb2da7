package interlock.gil.policy;

import interlock.gil.machine.InterpreterLock;
import interlock.gil.machine.SimThread;
import interlock.gil.machine.SimulatedMachine;
import interlock.gil.machine.WaitList;
import interlock.gil.timeline.Cause;
import interlock.gil.timeline.State;
import interlock.gil.timeline.Step;
import org.jspecify.annotations.Nullable;

/**
 * The protocol of {@link TimedDrop}.
 *
 * <p>{@code take_gil}: [1] while the lock is held, wait on {@code cond} for an interval; [2] if the
 * wait timed out, the lock is held and nobody has taken it meanwhile, raise the request; [3] take
 * it, wake whoever awaits the switch, take the request down. {@code drop_gil}: [4] free the lock
 * and signal {@code cond}; [5] if the request is up and nobody has taken the lock, take it down and
 * wait on {@code switch_cond}. Step 5 holds for every drop, also for I/O, as the source has it.
 */
final class TimedDropLock extends InterpreterLock {
  private static final int ATTEMPT = FIRST_PHASE;
  private static final int ENTERING = FIRST_PHASE + 1;
  private static final int AWAKE = FIRST_PHASE + 2;
  private static final int EXPIRED = FIRST_PHASE + 3;
  private static final int SIGNALLED = FIRST_PHASE + 4;
  private static final int SWITCHED = FIRST_PHASE + 5;
  private static final int UNLOCKING = FIRST_PHASE + 6;

  private final TimedDrop policy;
  private final long intervalNanos;
  private final long gapNanos;
  private final GlibcCondition cond = new GlibcCondition();
  private final WaitList switchCond = new WaitList();

  /** Who has the mutex of both, while it wakes another; at other times it is held for no time. */
  private @Nullable SimThread mutexOwner;

  private final WaitList mutex = new WaitList();
  private int afterUnlock;
  private boolean dropRequest;
  private long switchNumber;

  TimedDropLock(SimulatedMachine machine, String name, TimedDrop policy) {
    super(machine, name);
    this.policy = policy;
    this.intervalNanos = policy.switchInterval().toNanos() + machine.model().timerSlackNanos();
    this.gapNanos = machine.model().instructionsNanos(policy.instructionsPerCheck());
  }

  @Override
  protected void take(SimThread thread) {
    step(thread, Step.Kind.ASKS);
    thread.pays(machine.model().lockNanos());
    attempt(thread);
  }

  private void attempt(SimThread thread) {
    if (mutexOwner != null) {
      awaitMutex(thread, ATTEMPT);
    } else if (holder() == null) {
      acquire(thread);
    } else {
      await(thread);
    }
  }

  private void awaitMutex(SimThread thread, int thenPhase) {
    mutex.add(thread);
    thread.park(State.WAITS_FOR_GIL, 0, thenPhase);
  }

  private void await(SimThread thread) {
    step(thread, Step.Kind.WAITS);
    thread.remember(switchNumber);
    cond.join(thread, machine.now() + intervalNanos);
    thread.burst(machine.model().systemCallNanos(), ENTERING);
  }

  private void entered(SimThread thread) {
    if (cond.takesSignal(thread)) {
      attempt(thread);
    } else {
      sleep(thread);
    }
  }

  private void sleep(SimThread thread) {
    cond.sleep(thread);
    long rest = Math.max(0, cond.deadline(thread) - machine.now());
    thread.parkAtMost(rest, State.WAITS_FOR_GIL, 0, AWAKE);
  }

  @Override
  protected void timedOut(SimThread thread) {
    cond.timerFired(thread);
    thread.unpark();
  }

  @Override
  protected void proceed(SimThread thread) {
    switch (thread.phase()) {
      case ATTEMPT -> attempt(thread);
      case ENTERING -> entered(thread);
      case AWAKE -> awake(thread);
      case EXPIRED -> hasWaited(thread);
      case SIGNALLED -> awaitSwitch(thread);
      case UNLOCKING -> unlock(thread);
      default -> left(thread);
    }
  }

  /** By a signal, which another may have taken meanwhile, or by its timer. */
  private void awake(SimThread thread) {
    if (cond.takesSignal(thread)) {
      attempt(thread);
    } else if (machine.now() < cond.deadline(thread)) {
      thread.burst(machine.model().systemCallNanos(), ENTERING);
    } else {
      step(thread, Step.Kind.TIMES_OUT);
      thread.burst(cond.cancel(thread) ? signal(thread) : 0, EXPIRED);
    }
  }

  private void hasWaited(SimThread thread) {
    if (mutexOwner != null) {
      awaitMutex(thread, EXPIRED);
      return;
    }
    if (holder() == null) {
      acquire(thread);
      return;
    }
    if (switchNumber == thread.memo() && !dropRequest) {
      dropRequest = true;
      step(thread, Step.Kind.REQUESTS);
      interruptHolder();
    }
    await(thread);
  }

  /** Signals. Returns what that costs, in nanoseconds. */
  private long signal(SimThread thread) {
    SimThread sleeper = cond.signal();
    if (sleeper == null) {
      return 0;
    }
    signals(thread, sleeper);
    return cond.isOnItsWay(sleeper) ? machine.model().wakeCallNanos() : sleeper.unpark();
  }

  /** Works for a time while it has the mutex. */
  private void burstLocked(SimThread thread, long nanos, int thenPhase) {
    mutexOwner = thread;
    afterUnlock = thenPhase;
    thread.burst(nanos, UNLOCKING);
  }

  private void unlock(SimThread thread) {
    mutexOwner = null;
    long cost = 0;
    for (SimThread next = mutex.poll(); next != null; next = mutex.poll()) {
      cost += next.unpark();
    }
    thread.burst(cost, afterUnlock);
  }

  private void acquire(SimThread thread) {
    if (lastHolder() != thread) {
      switchNumber++;
    }
    taken(thread);
    SimThread dropper = switchCond.poll();
    if (dropper != null) {
      // The waker has the lock already: nobody else gets it while it wakes.
      burstLocked(thread, dropper.unpark(), thread.phase());
    }
    clearRequest(thread);
  }

  @Override
  protected void drop(SimThread thread, Cause why) {
    dropped(thread, why);
    thread.pays(machine.model().lockNanos());
    burstLocked(thread, signal(thread), SIGNALLED);
  }

  private void awaitSwitch(SimThread thread) {
    if (dropRequest && lastHolder() == thread) {
      clearRequest(thread);
      step(thread, Step.Kind.AWAITS_SWITCH);
      switchCond.add(thread);
      thread.park(State.WAITS_FOR_GIL, 0, SWITCHED);
    } else {
      left(thread);
    }
  }

  private void clearRequest(SimThread thread) {
    if (dropRequest) {
      dropRequest = false;
      step(thread, Step.Kind.CLEARS);
    }
  }

  @Override
  protected boolean wantsCheck(SimThread thread) {
    return dropRequest;
  }

  @Override
  protected long checkGapNanos() {
    return gapNanos;
  }

  @Override
  protected boolean checksAt(Place place) {
    return policy.checks().contains(place);
  }
}
