package interlock.gil.policy;

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
final class TicksLock extends CountedTurns {
  private static final int WOKEN = FIRST_PHASE;
  private static final int SIGNALLED = FIRST_PHASE + 1;

  private final WaitList waiters = new WaitList();

  TicksLock(SimulatedMachine machine, String name, Ticks policy) {
    super(
        machine,
        name,
        machine
            .model()
            .instructionsNanos((policy.checkInterval() + 1L) * policy.instructionsPerTick()));
  }

  @Override
  protected void take(SimThread thread) {
    step(thread, Step.Kind.ASKS);
    thread.pays(machine.model().lockNanos());
    if (holder() == null) {
      taken(thread);
    } else {
      waits(thread);
      begunToAsk();
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
    if (!isAskedFor()) {
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
      doneAsking();
      taken(thread);
    } else {
      waits(thread);
    }
  }

  @Override
  protected boolean givesUpToAcquire() {
    return true;
  }
}
