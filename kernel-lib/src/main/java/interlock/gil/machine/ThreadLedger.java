package interlock.gil.machine;

import interlock.gil.timeline.Cause;
import interlock.gil.timeline.State;
import interlock.gil.timeline.ThreadFigures;
import java.util.EnumMap;
import java.util.Map;

/** Keeps the times of one thread: how long it was in each state, held the lock, and wanted it. */
final class ThreadLedger {
  private static final int STATES = State.values().length;
  private static final int CAUSES = Cause.values().length;

  private final long startedAt;
  private final long[] inState = new long[STATES];
  private final int[] givenUp = new int[CAUSES];
  private State state = State.WAITS_FOR_CORE;
  private long stateSince;
  private long heldNanos;
  private long heldSince;
  private long waitedNanos;
  private long askedAt;
  private boolean holds;
  private boolean ended;

  ThreadLedger(long now) {
    this.startedAt = now;
    this.stateSince = now;
  }

  /** Returns what the thread is doing. */
  State state() {
    return state;
  }

  /** Enters a state; returns whether that is to be recorded. */
  boolean enter(State next, long now) {
    if (next == state && now != stateSince) {
      return false;
    }
    inState[state.code()] += now - stateSince;
    state = next;
    stateSince = now;
    return true;
  }

  void asks(long now) {
    askedAt = now;
  }

  void took(boolean lock, long now) {
    holds = lock;
    heldSince = now;
    waitedNanos += now - askedAt;
  }

  void gave(Cause why, long now) {
    holds = false;
    heldNanos += now - heldSince;
    givenUp[why.code()]++;
  }

  /** Returns whether the thread has the interpreter lock. */
  boolean holds() {
    return holds;
  }

  void end(long now) {
    inState[state.code()] += now - stateSince;
    stateSince = now;
    ended = true;
  }

  boolean hasEnded() {
    return ended;
  }

  ThreadFigures figures(String name, long now) {
    long end = ended ? stateSince : now;
    Map<State, Long> times = new EnumMap<>(State.class);
    for (State each : State.values()) {
      times.put(each, inState[each.code()] + (each == state ? end - stateSince : 0));
    }
    Map<Cause, Long> causes = new EnumMap<>(Cause.class);
    for (Cause each : Cause.values()) {
      if (givenUp[each.code()] > 0) {
        causes.put(each, (long) givenUp[each.code()]);
      }
    }
    long held = heldNanos + (holds ? end - heldSince : 0);
    return new ThreadFigures(name, startedAt, end, times, held, waitedNanos, causes);
  }
}
