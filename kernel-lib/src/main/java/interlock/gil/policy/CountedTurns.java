package interlock.gil.policy;

import interlock.gil.machine.InterpreterLock;
import interlock.gil.machine.SimThread;
import interlock.gil.machine.SimulatedMachine;
import interlock.gil.timeline.Cause;
import interlock.gil.timeline.Step;

/**
 * A lock that its holder gives up after so much computing, if somebody asks for it: no request is
 * raised, and any instruction may be the last of a turn.
 */
abstract class CountedTurns extends InterpreterLock {
  private final long gapNanos;

  /** Threads that ask: those that wait, and those that are woken and not there yet. */
  private int asking;

  CountedTurns(SimulatedMachine machine, String name, long gapNanos) {
    super(machine, name);
    this.gapNanos = gapNanos;
  }

  /** A thread asks that has found the lock taken; the first has the holder count its turn. */
  final void begunToAsk() {
    if (++asking == 1) {
      interruptHolder();
    }
  }

  final void doneAsking() {
    asking--;
  }

  final boolean isAskedFor() {
    return asking > 0;
  }

  @Override
  protected void check(SimThread thread, int thenPhase) {
    step(thread, Step.Kind.CHECKS);
    giveUp(thread, Cause.TICKS, thenPhase);
  }

  @Override
  protected boolean wantsCheck(SimThread thread) {
    return isAskedFor();
  }

  @Override
  protected boolean isDue(SimThread thread) {
    return isAskedFor() && thread.sinceCheckNanos() >= gapNanos;
  }

  @Override
  protected long checkGapNanos() {
    return gapNanos;
  }

  @Override
  protected boolean checksAt(Place place) {
    return true;
  }
}
