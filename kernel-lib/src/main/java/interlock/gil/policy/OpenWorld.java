package interlock.gil.policy;

import interlock.gil.machine.InterpreterLock;
import interlock.gil.machine.SharedObject;
import interlock.gil.machine.SimThread;
import interlock.gil.machine.SimulatedMachine;
import interlock.gil.machine.WaitList;
import interlock.gil.timeline.Cause;
import interlock.gil.timeline.State;
import interlock.gil.timeline.Step;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An interpreter without a lock, whose collector may stop the world.
 *
 * <p>[1] A thread that has computed enough asks all threads that are attached (not in a system
 * call, nor waiting) to stop. [2] Each stops at its next check point, or by detaching; the last one
 * wakes who asked. [3] That one collects. [4] It sets all free again; a thread that came back from
 * a system call meanwhile has waited for that, too.
 */
final class OpenWorld extends InterpreterLock {
  private static final int ATTACH = FIRST_PHASE;
  private static final int COLLECT = FIRST_PHASE + 1;
  private static final int RESTART = FIRST_PHASE + 2;
  private static final int RESUME = FIRST_PHASE + 3;
  private static final int INSTRUCTIONS_PER_CHECK = 8;

  private final int costPermille;
  private final Counting counting;
  private final long everyNanos;
  private final long pauseNanos;
  private final long stopGapNanos;
  private final long allocationGapNanos;
  private final Set<SimThread> attached = new LinkedHashSet<>();
  private final WaitList stopped = new WaitList();
  private @Nullable SimThread collector;
  private int toStop;
  private long allocatedNanos;

  OpenWorld(
      SimulatedMachine machine, String name, int costPermille, Counting counting, Pause pause) {
    super(machine, name);
    this.costPermille = costPermille;
    this.counting = counting;
    this.everyNanos = pause.every().toNanos();
    this.pauseNanos = pause.length().toNanos();
    this.stopGapNanos = machine.model().instructionsNanos(INSTRUCTIONS_PER_CHECK);
    this.allocationGapNanos = Math.max(stopGapNanos, everyNanos / 8);
  }

  @Override
  protected boolean exists() {
    return false;
  }

  @Override
  protected void take(SimThread thread) {
    if (collector == null) {
      attached.add(thread);
      taken(thread);
    } else {
      step(thread, Step.Kind.WAITS);
      stopped.add(thread);
      thread.park(State.WAITS_FOR_LOCK, machine.reasonOf("the end of a collection"), ATTACH);
    }
  }

  @Override
  protected void drop(SimThread thread, Cause why) {
    attached.remove(thread);
    dropped(thread, why);
    SimThread waits = collector;
    if (waits != null && --toStop == 0) {
      signals(thread, waits);
      thread.pays(waits.unpark());
    }
    left(thread);
  }

  @Override
  protected void check(SimThread thread, int thenPhase) {
    if (collector != null) {
      step(thread, Step.Kind.CHECKS);
      giveUp(thread, Cause.STOP_THE_WORLD, thenPhase);
      return;
    }
    allocatedNanos += allocationGapNanos;
    if (allocatedNanos < everyNanos) {
      thread.goTo(thenPhase);
    } else {
      allocatedNanos = 0;
      stopTheWorld(thread, thenPhase);
    }
  }

  private void stopTheWorld(SimThread thread, int thenPhase) {
    collector = thread;
    thread.remember(thenPhase);
    toStop = attached.size() - 1;
    step(thread, Step.Kind.ASKS);
    step(thread, Step.Kind.REQUESTS);
    for (SimThread other : attached) {
      if (other != thread) {
        interrupt(other);
      }
    }
    if (toStop == 0) {
      thread.goTo(COLLECT);
    } else {
      thread.park(State.WAITS_FOR_LOCK, machine.reasonOf("all others to stop"), COLLECT);
    }
  }

  @Override
  protected void proceed(SimThread thread) {
    switch (thread.phase()) {
      case ATTACH -> take(thread);
      case COLLECT -> {
        step(thread, Step.Kind.TAKES);
        thread.burst(pauseNanos, RESTART);
      }
      case RESTART -> startTheWorld(thread);
      default -> thread.goTo((int) thread.memo());
    }
  }

  private void startTheWorld(SimThread thread) {
    collector = null;
    step(thread, Step.Kind.DROPS);
    step(thread, Step.Kind.CLEARS);
    long calls = 0;
    for (SimThread next = stopped.poll(); next != null; next = stopped.poll()) {
      calls += next.unpark();
    }
    thread.burst(calls, RESUME);
  }

  @Override
  protected boolean wantsCheck(SimThread thread) {
    return collector == null ? everyNanos > 0 : thread != collector;
  }

  @Override
  protected boolean isDue(SimThread thread) {
    return collector != null && thread != collector;
  }

  @Override
  protected long checkGapNanos() {
    return collector == null ? allocationGapNanos : stopGapNanos;
  }

  @Override
  protected boolean checksAt(Place place) {
    return place != Place.INSTRUCTION;
  }

  @Override
  protected boolean locksObjects() {
    return counting != Counting.PLAIN;
  }

  @Override
  protected long computeNanos(SimThread thread, long nanos) {
    return costPermille == 1000 ? nanos : permille(nanos, costPermille);
  }

  @Override
  protected long touch(SimThread thread, SharedObject object, long times) {
    return counting.touch(machine.model(), machine.random(), thread, object, times, machine.now());
  }
}
