package interlock.gil.machine;

import interlock.gil.timeline.Ending;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Takes one event after another, until every thread that is no daemon has ended, nothing can happen
 * any more, or a limit is reached.
 *
 * <p>An event is one entry taken off the {@link EventQueue}. Steps that take no time are none; so
 * that a thread of nothing else ends too, there is a limit on how many follow without any time.
 */
final class EventLoop {
  private static final int CANCEL_MASK = (1 << 16) - 1;
  private static final long MOST_STEPS_AT_ONCE = 2_000_000;

  private final SimulatedMachine machine;
  private final EventQueue events;
  private final Scheduler scheduler;
  private final Bursts bursts;
  private final Phases phases;
  private long happened;

  EventLoop(
      SimulatedMachine machine,
      EventQueue events,
      Scheduler scheduler,
      Bursts bursts,
      Phases phases) {
    this.machine = machine;
    this.events = events;
    this.scheduler = scheduler;
    this.bursts = bursts;
    this.phases = phases;
  }

  /** Returns how many events there were. */
  long happened() {
    return happened;
  }

  Ending run(List<SimThread> threads, long mostEvents, long untilNanos, BooleanSupplier cancelled) {
    while (machine.foreground() > 0) {
      if (events.isEmpty()) {
        return Deadlocks.among(threads);
      }
      int slot = events.first();
      long at = events.timeOf(slot);
      if (at > untilNanos) {
        machine.advance(untilNanos);
        return new Ending.TimeLimit(Duration.ofNanos(untilNanos), Deadlocks.waits(threads));
      }
      if (happened >= mostEvents) {
        return new Ending.EventLimit(happened, Deadlocks.waits(threads));
      }
      if (at > machine.now()) {
        machine.advance(at);
        phases.timePassed();
      } else if (phases.atOnce() > MOST_STEPS_AT_ONCE) {
        return new Ending.TimeStoodStill(phases.latest().name(), machine.now());
      }
      if ((++happened & CANCEL_MASK) == 0 || phases.comesUpForAir()) {
        endIf(cancelled);
      }
      events.removeFirst();
      happen(slot);
    }
    return new Ending.Completed();
  }

  private void happen(int slot) {
    int cores = machine.model().cores();
    if (slot < cores) {
      scheduler.tick(slot);
      return;
    }
    SimThread thread = machine.thread((slot - cores) >>> 1);
    if (((slot - cores) & 1) != 0) {
      timerFires(thread);
    } else if (thread.runs) {
      bursts.end(thread);
      phases.go(thread);
    } else {
      arrives(thread);
    }
  }

  /** A woken or preempted thread is on its core: it goes on with its burst, or begins one. */
  private void arrives(SimThread thread) {
    scheduler.arrive(thread);
    if (thread.left > 0 && thread.phase != Phase.COMPUTE) {
      bursts.set(thread);
    } else {
      phases.go(thread);
    }
  }

  private static void timerFires(SimThread thread) {
    if (thread.timed) {
      thread.timed = false;
      thread.gil.timedOut(thread);
    } else {
      thread.unpark();
    }
  }

  private static void endIf(BooleanSupplier cancelled) {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException("The simulation was interrupted");
    }
  }
}
