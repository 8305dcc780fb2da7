package interlock.gil.machine;

import interlock.gil.timeline.Cause;
import interlock.gil.timeline.State;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What comes when a thread's burst of work, its wait or a step of its lock's protocol is over.
 *
 * <p>A thread goes from {@link Phase} to {@link Phase} until one takes time or parks it. What ends
 * with the thread giving the interpreter lock up goes on in the phase named then.
 */
final class Phases {
  /** After so many steps without time a thread comes up for air, so that limits hold. */
  private static final int AIR_MASK = (1 << 16) - 1;

  private final SimulatedMachine machine;
  private final MachineModel model;
  private final Scheduler scheduler;
  private final Bursts bursts;
  private final Waits waits;
  private @Nullable SimThread latest;
  private long atOnce;

  Phases(SimulatedMachine machine, Scheduler scheduler, Bursts bursts, Waits waits) {
    this.machine = machine;
    this.model = machine.model();
    this.scheduler = scheduler;
    this.bursts = bursts;
    this.waits = waits;
  }

  /** Takes a thread from phase to phase until it works, waits or ends. */
  void go(SimThread thread) {
    machine.current(thread);
    latest = thread;
    do {
      phase(thread);
    } while (thread.runs && thread.left == 0 && (++atOnce & AIR_MASK) != 0);
    machine.current(null);
    if (thread.runs) {
      bursts.set(thread);
      scheduler.afterStep(thread);
    }
  }

  /** Returns how many steps there were since time last passed. */
  long atOnce() {
    return atOnce;
  }

  /** Returns whether so many steps have taken no time that limits have to be looked at. */
  boolean comesUpForAir() {
    return atOnce > AIR_MASK;
  }

  void timePassed() {
    atOnce = 0;
  }

  /** Returns the thread that did the last step. */
  SimThread latest() {
    return Objects.requireNonNull(latest);
  }

  private void phase(SimThread t) {
    switch (t.phase) {
      case Phase.NEXT -> t.activity.next(t);
      case Phase.TAKE_NEXT -> t.take(Phase.NEXT);
      case Phase.COMPUTE -> compute(t);
      case Phase.CHECK_POINT -> checkPoint(t);
      case Phase.ALLOWED -> t.burst(t.argument, Phase.TAKE_NEXT);
      case Phase.BLOCKING -> t.burst(model.systemCallNanos(), Phase.BLOCK);
      case Phase.BLOCK -> block(t);
      case Phase.CALLING -> t.burst(model.systemCallNanos(), Phase.TAKE_NEXT);
      case Phase.ACQUIRE -> waits.tryAgain(t, t.waitsOn());
      case Phase.RELOCK -> waits.acquire(t, t.relock());
      case Phase.AWAIT -> t.drop(Cause.LOCK, Phase.PARK_AWAIT);
      case Phase.PARK_AWAIT ->
          t.awaitServed(State.WAITS_FOR_LOCK, t.waitsOn().reason, Phase.TAKE_RELOCK);
      case Phase.TAKE_RELOCK -> t.take(Phase.RELOCK);
      case Phase.PARK_GET ->
          t.awaitServed(State.WAITS_FOR_LOCK, t.waitsOn().reason, Phase.TAKE_GET);
      case Phase.TAKE_GET -> t.take(Phase.GET);
      case Phase.GET -> waits.get(t, t.waitsOn());
      case Phase.SENDING -> t.burst(model.systemCallNanos(), Phase.SENT);
      case Phase.SENT -> waits.sent(t, t.waitsOn());
      case Phase.RECEIVING -> t.burst(model.systemCallNanos(), Phase.RECEIVE);
      case Phase.DROP_FOR_IO -> t.drop(Cause.IO, t.afterDrop);
      case Phase.RECEIVE -> waits.receive(t, t.waitsOn());
      case Phase.SPAWNING -> spawned(t);
      case Phase.AWAIT_START -> awaitStart(t);
      case Phase.START -> t.take(Phase.STARTED);
      case Phase.STARTED -> started(t);
      case Phase.AWAIT_END -> awaitEnd(t);
      case Phase.ENDING -> ended(t);
      case Phase.RETAKE -> t.take(t.resume);
      default -> t.gil.proceed(t);
    }
  }

  private void compute(SimThread t) {
    t.computeLeft += t.debt;
    t.debt = 0;
    long gap = t.gil.checkGapNanos();
    boolean wanted = t.gil.wantsCheck(t);
    if (t.gapPosition >= gap) {
      t.gapPosition = wanted ? 0 : t.gapPosition % gap;
      if (wanted) {
        t.gil.check(t, Phase.COMPUTE);
        return;
      }
    }
    if (t.computeLeft == 0) {
      t.goTo(Phase.NEXT);
    } else {
      t.left = wanted ? Math.min(t.computeLeft, gap - t.gapPosition) : t.computeLeft;
    }
  }

  private void checkPoint(SimThread t) {
    if (t.gil.checksAt(t.place) && t.gil.isDue(t)) {
      t.gapPosition = 0;
      t.gil.check(t, Phase.NEXT);
    } else {
      t.goTo(Phase.NEXT);
    }
  }

  private void block(SimThread t) {
    if (t.argument == 0) {
      t.goTo(Phase.TAKE_NEXT);
    } else {
      machine.setTimer(t, t.argument);
      t.park(t.parkState, t.waitsOn().reason, Phase.TAKE_NEXT);
    }
  }

  private void spawned(SimThread parent) {
    SimThread child = machine.start(Objects.requireNonNull(parent.toStart));
    parent.toStart = null;
    child.parent = parent;
    parent.child = child;
    parent.drop(Cause.LOCK, Phase.AWAIT_START);
  }

  private void started(SimThread child) {
    SimThread parent = child.parent;
    child.parent = null;
    if (parent == null) {
      child.goTo(Phase.NEXT);
    } else {
      parent.child = null;
      child.burst(parent.serve(false), Phase.NEXT);
    }
  }

  private void awaitStart(SimThread parent) {
    int reason = machine.reasonOf("a thread to start");
    parent.awaitServed(State.WAITS_FOR_LOCK, reason, Phase.TAKE_NEXT);
  }

  private void awaitEnd(SimThread t) {
    SimThread target = t.joins;
    if (target == null || target.hasEnded()) {
      t.joins = null;
      t.goTo(Phase.TAKE_NEXT);
    } else {
      target.joiners().add(t);
      t.awaitServed(State.WAITS_FOR_LOCK, target.reasonToJoin(), Phase.AWAIT_END);
    }
  }

  private void ended(SimThread t) {
    t.finish();
    machine.ended(t);
    scheduler.leave(t);
    t.joiners().forEach(joiner -> joiner.serve(false));
  }
}
