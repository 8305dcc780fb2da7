package interlock.gil.policy;

import interlock.gil.machine.SimThread;
import interlock.gil.machine.SimulatedMachine;
import interlock.gil.machine.WaitList;
import interlock.gil.timeline.Cause;
import interlock.gil.timeline.State;
import interlock.gil.timeline.Step;
import org.jspecify.annotations.Nullable;

/**
 * The protocol of {@link PyPy}.
 *
 * <p>[1] Take: if the word is 0, it is mine. Otherwise poll for a while, then queue up. [2] The
 * first of the queue, the stealer, looks every 0.1 ms. [3] A release for a system call sets the
 * word to 0 and wakes nobody. [4] After so many bytecodes, if somebody waits, the holder opens the
 * second lock: only the stealer can pass there, so the holder has to queue up behind it. [5] Who
 * finds the word 0 while polling lets the stealer go first.
 */
final class PyPyLock extends CountedTurns {
  private static final int POLL = FIRST_PHASE;
  private static final int QUEUED = FIRST_PHASE + 1;
  private static final int STEAL = FIRST_PHASE + 2;
  private static final int SIGNALLED = FIRST_PHASE + 3;

  private static final int POKE_MIN = 40;
  private static final int POKE_MAX = 400;
  private static final long POLL_NANOS = 40;
  private static final int POLLS_AT_A_TIME = 25;
  private static final long STEAL_NANOS = 100_000;

  private final int speedPermille;
  private final WaitList queue = new WaitList();
  private @Nullable SimThread stealer;
  private boolean stealerSleeps;

  /** The word still names the last holder, but the second lock is open, for the stealer only. */
  private boolean forStealer;

  private int lastPolls;

  PyPyLock(SimulatedMachine machine, String name, PyPy policy) {
    super(machine, name, gapNanos(machine, policy));
    this.speedPermille = policy.speedPermille();
  }

  private static long gapNanos(SimulatedMachine machine, PyPy policy) {
    return Math.max(
        1,
        100L
            * policy.checkInterval()
            / policy.hundredths()
            * machine.model().instructionPicos()
            / 1000
            * policy.speedPermille()
            / 1000);
  }

  @Override
  protected void take(SimThread thread) {
    step(thread, Step.Kind.ASKS);
    thread.pays(machine.model().lockNanos());
    if (isFree()) {
      taken(thread);
      return;
    }
    begunToAsk();
    thread.remember(polls());
    poll(thread);
  }

  private boolean isFree() {
    return holder() == null && !forStealer;
  }

  /** How often to look before queueing: "randomised" as the source does it. */
  private int polls() {
    int number = 2 * lastPolls + 1;
    while (number >= POKE_MAX) {
      number -= POKE_MAX - POKE_MIN;
    }
    lastPolls = number;
    return number;
  }

  private void poll(SimThread thread) {
    long now = Math.min(POLLS_AT_A_TIME, thread.memo());
    thread.remember(thread.memo() - now);
    thread.burst(now * POLL_NANOS, POLL);
  }

  private void polled(SimThread thread) {
    if (isFree() && stealer == null) {
      doneAsking();
      taken(thread);
    } else if (isFree()) {
      forStealer = true;
      thread.pays(wakeStealer(thread));
      enqueue(thread);
    } else if (thread.memo() > 0) {
      poll(thread);
    } else {
      enqueue(thread);
    }
  }

  private void enqueue(SimThread thread) {
    if (stealer == null) {
      stealer = thread;
      steal(thread);
    } else {
      step(thread, Step.Kind.WAITS);
      queue.add(thread);
      thread.park(State.WAITS_FOR_GIL, 0, QUEUED);
    }
  }

  private void steal(SimThread thread) {
    if (holder() == null) {
      forStealer = false;
      doneAsking();
      taken(thread);
      stealer = queue.poll();
      if (stealer != null) {
        thread.pays(stealer.unpark());
      }
    } else {
      step(thread, Step.Kind.WAITS);
      stealerSleeps = true;
      long nanos = STEAL_NANOS + machine.model().timerSlackNanos();
      thread.parkAtMost(nanos, State.WAITS_FOR_GIL, 0, STEAL);
    }
  }

  @Override
  protected void timedOut(SimThread thread) {
    step(thread, Step.Kind.TIMES_OUT);
    stealerSleeps = false;
    thread.unparkIn(STEAL);
  }

  @Override
  protected void drop(SimThread thread, Cause why) {
    dropped(thread, why);
    if (why != Cause.TICKS) {
      left(thread);
      return;
    }
    forStealer = true;
    thread.burst(wakeStealer(thread), SIGNALLED);
  }

  /** Wakes the stealer if it sleeps; returns what that costs. */
  private long wakeStealer(SimThread thread) {
    SimThread first = stealer;
    if (first == null || !stealerSleeps) {
      return 0;
    }
    stealerSleeps = false;
    signals(thread, first);
    return first.unpark();
  }

  @Override
  protected void proceed(SimThread thread) {
    switch (thread.phase()) {
      case POLL -> polled(thread);
      case QUEUED, STEAL -> steal(thread);
      default -> left(thread);
    }
  }

  @Override
  protected long computeNanos(SimThread thread, long nanos) {
    return (nanos * speedPermille + 999) / 1000;
  }
}
