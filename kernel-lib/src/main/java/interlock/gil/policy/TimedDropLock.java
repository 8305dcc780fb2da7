package interlock.gil.policy;

import interlock.gil.machine.InterpreterLock;
import interlock.gil.machine.MachineModel;
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
  private static final int WOKEN = FIRST_PHASE;
  private static final int TIMED_OUT = FIRST_PHASE + 1;
  private static final int SIGNALLED = FIRST_PHASE + 2;
  private static final int SWITCHED = FIRST_PHASE + 3;
  private static final int ENTERING = FIRST_PHASE + 4;

  private final TimedDrop policy;
  private final long intervalNanos;
  private final long gapNanos;
  private final WaitList cond = new WaitList();
  private final WaitList switchCond = new WaitList();

  /** Who is on the way into its wait, not yet asleep. */
  private @Nullable SimThread entering;

  /** Who was signalled on that way. */
  private @Nullable SimThread awake;

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
    if (holder() == null) {
      acquire(thread);
    } else {
      thread.remember(switchNumber);
      sleep(thread);
    }
  }

  private void sleep(SimThread thread) {
    step(thread, Step.Kind.WAITS);
    cond.add(thread);
    thread.parkAtMost(intervalNanos, State.WAITS_FOR_GIL, 0, WOKEN);
  }

  @Override
  protected void timedOut(SimThread thread) {
    cond.remove(thread);
    thread.unparkIn(TIMED_OUT);
  }

  @Override
  protected void proceed(SimThread thread) {
    switch (thread.phase()) {
      case WOKEN -> attempt(thread);
      case TIMED_OUT -> hasWaited(thread);
      case SIGNALLED -> awaitSwitch(thread);
      case ENTERING -> entered(thread);
      default -> left(thread);
    }
  }

  private void hasWaited(SimThread thread) {
    step(thread, Step.Kind.TIMES_OUT);
    if (holder() == null) {
      acquire(thread);
      return;
    }
    if (switchNumber == thread.memo() && !dropRequest) {
      dropRequest = true;
      step(thread, Step.Kind.REQUESTS);
      interruptHolder();
    }
    thread.remember(switchNumber);
    entering = thread;
    thread.burst(machine.model().systemCallNanos(), ENTERING);
  }

  /**
   * Whoever is on the way into its wait when the lock is given up may get the signal without having
   * slept, ahead of those who sleep. On a real machine some 100 ns decide: whether the holder comes
   * to the mutex before the waiter has left it, and then sleeps itself until the waiter does. Here
   * it is chance, as often as the machine's model says.
   */
  private boolean awakeWins() {
    MachineModel model = machine.model();
    return model.jitterPermille() == 0
        || machine.random().nextInt(1000) < model.awakeWinsPermille();
  }

  /**
   * Only a signal has it look at the lock again: without one it sleeps, be the lock free or not.
   */
  private void entered(SimThread thread) {
    if (awake == thread) {
      awake = null;
      attempt(thread);
    } else {
      entering = entering == thread ? null : entering;
      sleep(thread);
    }
  }

  private void acquire(SimThread thread) {
    if (lastHolder() != thread) {
      switchNumber++;
    }
    taken(thread);
    SimThread dropper = switchCond.poll();
    if (dropper != null) {
      // The waker has the lock already: nobody else gets it while it wakes.
      thread.burst(dropper.unpark(), thread.phase());
    }
    clearRequest(thread);
  }

  @Override
  protected void drop(SimThread thread, Cause why) {
    dropped(thread, why);
    thread.pays(machine.model().lockNanos());
    SimThread early = entering;
    if (early != null && (cond.isEmpty() || awakeWins())) {
      entering = null;
      awake = early;
      signals(thread, early);
      thread.burst(machine.model().wakeCallNanos(), SIGNALLED);
      return;
    }
    SimThread waiter = cond.poll();
    if (waiter == null) {
      awaitSwitch(thread);
    } else {
      signals(thread, waiter);
      thread.burst(waiter.unpark(), SIGNALLED);
    }
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
