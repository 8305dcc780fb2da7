package interlock.gil.policy;

import interlock.gil.machine.InterpreterLock;
import interlock.gil.machine.SimThread;
import interlock.gil.machine.SimulatedMachine;
import interlock.gil.machine.WaitList;
import interlock.gil.timeline.Cause;
import interlock.gil.timeline.State;
import interlock.gil.timeline.Step;

/**
 * The protocol of {@link Ticks}.
 *
 * <p>[1] The holder has counted its ticks: it frees the lock and wakes one waiter. [2] It asks
 * again at once, and has the lock before the woken one has a core, unless there is but one core.
 * [3] The woken one finds the lock taken, and waits again: a wake for nothing, which both pay.
 * While somebody asks, every release is a call of the operating system, though it may wake nobody.
 */
final class TicksLock extends InterpreterLock {
  private static final int WOKEN = FIRST_PHASE;
  private static final int SIGNALLED = FIRST_PHASE + 1;

  private final long gapNanos;
  private final WaitList waiters = new WaitList();

  /** Threads that ask: those that wait, and those that are woken and not there yet. */
  private int asking;

  TicksLock(SimulatedMachine machine, String name, Ticks policy) {
    super(machine, name);
    this.gapNanos =
        machine
            .model()
            .instructionsNanos((policy.checkInterval() + 1L) * policy.instructionsPerTick());
  }

  @Override
  protected void take(SimThread thread) {
    step(thread, Step.Kind.ASKS);
    thread.pays(machine.model().lockNanos());
    if (holder() == null) {
      taken(thread);
    } else {
      asking++;
      waits(thread);
      if (asking == 1) {
        interruptHolder();
      }
    }
  }

  private void waits(SimThread thread) {
    step(thread, Step.Kind.WAITS);
    waiters.add(thread);
    thread.park(State.WAITS_FOR_GIL, 0, WOKEN);
  }

  @Override
  protected void drop(SimThread thread, Cause why) {
    dropped(thread, why);
    thread.pays(machine.model().lockNanos());
    SimThread waiter = waiters.poll();
    if (asking == 0) {
      left(thread);
    } else if (waiter == null) {
      thread.burst(machine.model().systemCallNanos(), SIGNALLED);
    } else {
      signals(thread, waiter);
      thread.burst(waiter.unpark(), SIGNALLED);
    }
  }

  @Override
  protected void proceed(SimThread thread) {
    if (thread.phase() == SIGNALLED) {
      left(thread);
    } else if (holder() == null) {
      asking--;
      taken(thread);
    } else {
      waits(thread);
    }
  }

  @Override
  protected void timedOut(SimThread thread) {
    throw new IllegalStateException(thread + " waits without a time limit");
  }

  @Override
  protected void check(SimThread thread, int thenPhase) {
    step(thread, Step.Kind.CHECKS);
    giveUp(thread, Cause.TICKS, thenPhase);
  }

  @Override
  protected boolean wantsCheck(SimThread thread) {
    return asking > 0;
  }

  @Override
  protected boolean isDue(SimThread thread) {
    return asking > 0 && thread.sinceCheckNanos() >= gapNanos;
  }

  @Override
  protected long checkGapNanos() {
    return gapNanos;
  }

  @Override
  protected boolean checksAt(Place place) {
    return true;
  }

  @Override
  protected boolean givesUpToAcquire() {
    return true;
  }
}
