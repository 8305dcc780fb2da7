package interlock.gil.machine;

import interlock.gil.timeline.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The operating system's scheduler: which thread is on which core.
 *
 * <p>One queue for all cores, first come first served, with a time slice. A woken thread goes to
 * the core that it was on, or to the first idle one, and is there after the wake-up latency. With
 * {@code boost} it takes the core of the thread that has run longest, if none is idle.
 *
 * <p>Differs from Linux: no virtual run times, weights or cgroups; no load balancing other than the
 * one queue; caches are neither warm nor cold.
 */
final class Scheduler {
  private final MachineModel model;
  private final SimulatedMachine machine;
  private final EventQueue events;
  private final SplittableRandom random;
  private final @Nullable SimThread[] on;
  private final long[] since;
  private final long[] busy;
  private final ArrayDeque<SimThread> ready = new ArrayDeque<>();
  private int idle;
  private boolean leaveSoon;

  Scheduler(SimulatedMachine machine, EventQueue events, SplittableRandom random) {
    this.machine = machine;
    this.model = machine.model();
    this.events = events;
    this.random = random;
    this.on = new SimThread[model.cores()];
    this.since = new long[model.cores()];
    this.busy = new long[model.cores()];
    this.idle = model.cores();
  }

  /** A thread can run: finds it a core, or has it wait for one. */
  void ready(SimThread thread) {
    thread.enter(thread.holds ? State.HOLDS_OFF_CORE : State.WAITS_FOR_CORE, 0);
    if (idle > 0) {
      come(thread, idleCore(thread.lastCore), wakeUpNanos());
      return;
    }
    SimThread victim = model.boost() ? victim(thread) : null;
    if (victim == null) {
      ready.addLast(thread);
      armSlices();
    } else if (victim == machine.current()) {
      ready.addFirst(thread);
      leaveSoon = true;
    } else {
      ready.addFirst(thread);
      preempt(victim.core);
    }
  }

  private int idleCore(int preferred) {
    if (on[preferred] == null) {
      return preferred;
    }
    int core = 0;
    while (on[core] != null) {
      core++;
    }
    return core;
  }

  /** The running thread that has run longest without a wait, if longer than the woken one. */
  private @Nullable SimThread victim(SimThread woken) {
    SimThread victim = null;
    long most = woken.ran;
    for (SimThread thread : on) {
      if (thread != null && thread.runs) {
        long ran = thread.ran + machine.now() - thread.burstStart;
        if (ran > most) {
          most = ran;
          victim = thread;
        }
      }
    }
    return victim;
  }

  private long wakeUpNanos() {
    long mean = model.wakeUpNanos();
    if (model.jitterPermille() == 0 || mean == 0) {
      return mean;
    }
    long spread = mean * model.jitterPermille() / 1000;
    return mean - spread + random.nextLong(2 * spread + 1);
  }

  private void come(SimThread thread, int core, long latency) {
    if (on[core] == null) {
      idle--;
    }
    on[core] = thread;
    thread.core = core;
    thread.lastCore = core;
    events.set(machine.slot(thread), machine.now() + latency);
  }

  /** A thread that was on its way is on its core. */
  void arrive(SimThread thread) {
    thread.runs = true;
    thread.burstStart = machine.now();
    since[thread.core] = machine.now();
    thread.enter(thread.running(), 0);
    if (!ready.isEmpty()) {
      armSlice(thread.core);
    }
    siblingChanged(thread.core);
  }

  /** A running thread leaves its core, for a wait or for good. */
  void leave(SimThread thread) {
    int core = vacate(thread);
    thread.ran = 0;
    SimThread next = ready.poll();
    if (next == null) {
      on[core] = null;
      idle++;
    } else {
      come(next, core, model.contextSwitchNanos());
    }
  }

  private int vacate(SimThread thread) {
    int core = thread.core;
    busy[core] += machine.now() - since[core];
    thread.runs = false;
    thread.core = -1;
    events.cancel(machine.slot(thread));
    events.cancel(core);
    siblingChanged(core);
    return core;
  }

  /** Whoever is on the core goes to the end of the queue; the first of the queue gets the core. */
  private void preempt(int core) {
    SimThread thread = on[core];
    if (thread == null) {
      return;
    }
    machine.settle(thread);
    vacate(thread);
    thread.enter(thread.holds ? State.HOLDS_OFF_CORE : State.WAITS_FOR_CORE, 0);
    ready.addLast(thread);
    come(ready.removeFirst(), core, model.contextSwitchNanos());
    armSlices();
  }

  /** The slice of whoever is on the core is over. */
  void sliceEnds(int core) {
    SimThread thread = on[core];
    if (thread != null && thread.runs && !ready.isEmpty()) {
      preempt(core);
    }
  }

  /** The thread that the machine was busy with may be one that has to leave its core. */
  void afterStep(SimThread thread) {
    if (leaveSoon) {
      leaveSoon = false;
      if (thread.runs && !ready.isEmpty()) {
        preempt(thread.core);
      }
    }
  }

  private void armSlices() {
    for (int core = 0; core < on.length; core++) {
      armSlice(core);
    }
  }

  private void armSlice(int core) {
    SimThread thread = on[core];
    if (thread != null && thread.runs && !events.isSet(core)) {
      events.set(core, Math.max(machine.now(), since[core] + model.timeSliceNanos()));
    }
  }

  /** Returns how fast the core of a thread runs, in thousandths of its own speed. */
  int speed(SimThread thread) {
    if (model.siblings() == 1) {
      return 1000;
    }
    int sibling = thread.core ^ 1;
    SimThread beside = sibling < on.length ? on[sibling] : null;
    return beside != null && beside.runs ? model.siblingPermille() : 1000;
  }

  private void siblingChanged(int core) {
    int sibling = core ^ 1;
    if (model.siblings() == 2 && sibling < on.length) {
      SimThread beside = on[sibling];
      if (beside != null && beside.runs && beside != machine.current()) {
        machine.settle(beside);
        machine.setBurst(beside);
      }
    }
  }

  /** Returns how long each core has run a thread. */
  List<Long> busyNanos() {
    List<Long> all = new ArrayList<>();
    for (int core = 0; core < on.length; core++) {
      SimThread thread = on[core];
      boolean running = thread != null && thread.runs;
      all.add(busy[core] + (running ? machine.now() - since[core] : 0));
    }
    return all;
  }
}
