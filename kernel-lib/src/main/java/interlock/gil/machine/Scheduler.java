package interlock.gil.machine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The operating system's scheduler: which thread is on which core.
 *
 * <p>A queue for each core, with a time slice; a core whose queue is empty takes from the longest,
 * and an idle one from another's when a slice ends there. A woken thread goes to the core that it
 * was on, or to an idle one, and is there after the wake-up latency. With {@code boost} the next of
 * a queue is whoever has run least lately, and a woken thread takes its last core from one that has
 * run longer, if none is idle. What a thread has run lately is at most a slice, and a wait takes
 * its own length off.
 *
 * <p>Differs from Linux: what has been run lately stands for virtual run times and lags; no weights
 * or cgroups; a running thread is never moved to another core; caches are neither warm nor cold.
 */
final class Scheduler {
  private final MachineModel model;
  private final SimulatedMachine machine;
  private final EventQueue events;
  private final SplittableRandom random;
  private final @Nullable SimThread[] on;

  /** Since when a core runs its thread, or has none. */
  private final long[] since;

  private final long[] busy;
  private final List<PriorityQueue<SimThread>> ready = new ArrayList<>();
  private final long mostLately;
  private long arrivals;
  private int waiting;
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
    for (int core = 0; core < model.cores(); core++) {
      ready.add(
          new PriorityQueue<>(
              4,
              Comparator.<SimThread>comparingLong(thread -> thread.queueRank)
                  .thenComparingLong(thread -> thread.queueOrder)));
    }
    this.mostLately = model.timeSliceNanos();
  }

  /** A thread can run: finds it a core, or has it wait for one. Returns what that costs a waker. */
  long ready(SimThread thread) {
    canRun(thread);
    if (idle > 0) {
      int core = idleCore(thread.lastCore);
      come(thread, core, wakeUpNanos(machine.now() - since[core]));
      return model.idleWakeCallNanos();
    }
    SimThread coming = on[thread.lastCore];
    if (coming != null && !coming.runs && model.jitterPermille() > 0 && random.nextBoolean()) {
      swap(thread, coming);
      return model.wakeCallNanos();
    }
    SimThread victim = model.boost() ? victim(thread) : null;
    if (victim == null) {
      queue(thread, thread.lastCore, false);
    } else {
      goFirst(thread, victim);
    }
    return model.wakeCallNanos();
  }

  /** As {@link #ready}, but the thread follows the one that runs now, if cores are to be packed. */
  long readyHere(SimThread thread) {
    SimThread waker = machine.current();
    if (!model.packs() || waker == null || !ready.get(waker.core).isEmpty()) {
      return ready(thread);
    }
    canRun(thread);
    queue(thread, waker.core, true);
    return model.wakeCallNanos();
  }

  /** A thread's wait is over: it takes its own length off what the thread has run lately. */
  private void canRun(SimThread thread) {
    thread.waitForCore();
    thread.ran = Math.max(0, lately(thread) - (machine.now() - thread.leftCoreAt));
  }

  private void goFirst(SimThread thread, SimThread victim) {
    queue(thread, victim.core, true);
    if (victim == machine.current()) {
      leaveSoon = true;
    } else {
      preempt(victim.core);
    }
  }

  /** Of two threads that are to wake on one core, the later is the first by chance. */
  private void swap(SimThread thread, SimThread coming) {
    int core = coming.core;
    int slot = machine.slot(coming);
    long left = events.timeOf(slot) - machine.now();
    events.cancel(slot);
    coming.core = -1;
    come(thread, core, left);
    queue(coming, core, true);
  }

  private void queue(SimThread thread, int core, boolean first) {
    enqueue(thread, core, first);
    waiting++;
    armSlice(core);
  }

  private void enqueue(SimThread thread, int core, boolean first) {
    long order = ++arrivals;
    thread.queueOrder = first ? -order : order;
    thread.queueRank = first ? -1 : model.boost() ? lately(thread) : 0;
    ready.get(core).add(thread);
  }

  /** Returns how long a thread has run lately, in nanoseconds. */
  private long lately(SimThread thread) {
    return Math.min(thread.ran, mostLately);
  }

  /** Takes the next thread for a core: of its own queue, else of the longest one. */
  private @Nullable SimThread next(int core) {
    if (waiting == 0) {
      return null;
    }
    PriorityQueue<SimThread> from = ready.get(core);
    if (from.isEmpty()) {
      from = Collections.max(ready, Comparator.comparingInt(PriorityQueue::size));
    }
    waiting--;
    return from.remove();
  }

  /** Its last core if that is idle; else one whose sibling is idle too, if there is one. */
  private int idleCore(int preferred) {
    if (on[preferred] == null && alone(preferred)) {
      return preferred;
    }
    int any = on[preferred] == null ? preferred : -1;
    for (int core = 0; core < on.length; core++) {
      if (on[core] == null) {
        if (alone(core)) {
          return core;
        }
        any = any < 0 ? core : any;
      }
    }
    return any;
  }

  private boolean alone(int core) {
    int sibling = core ^ 1;
    return model.siblings() == 1 || sibling >= on.length || on[sibling] == null;
  }

  /** The thread on the last core of a woken one, if it has run longer lately. */
  private @Nullable SimThread victim(SimThread woken) {
    SimThread there = on[woken.lastCore];
    if (there == null || !there.runs) {
      return null;
    }
    long ran = Math.min(there.ran + machine.now() - there.burstStart, mostLately);
    return ran > woken.ran ? there : null;
  }

  private long wakeUpNanos(long idleNanos) {
    long depth = Math.min(idleNanos, model.deepIdleNanos());
    long mean =
        model.wakeUpNanos()
            + (long)
                ((double) (model.deepWakeUpNanos() - model.wakeUpNanos())
                    * depth
                    / model.deepIdleNanos());
    return scattered(mean);
  }

  private long scattered(long mean) {
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
    armSlice(thread.core);
    siblingChanged(thread.core);
  }

  /** A running thread leaves its core, for a wait or for good. */
  void leave(SimThread thread) {
    if (thread == machine.current()) {
      leaveSoon = false;
    }
    int core = vacate(thread);
    thread.leftCoreAt = machine.now();
    SimThread next = next(core);
    if (next == null) {
      on[core] = null;
      since[core] = machine.now();
      idle++;
    } else {
      come(next, core, scattered(model.contextSwitchNanos()));
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

  /** Whoever is on the core goes to the queue; the first of the queue gets the core. */
  private void preempt(int core) {
    SimThread thread = on[core];
    if (thread == null) {
      return;
    }
    machine.bursts().settle(thread);
    vacate(thread);
    thread.waitForCore();
    enqueue(thread, core, false);
    come(ready.get(core).remove(), core, scattered(model.contextSwitchNanos()));
  }

  /** The slice of whoever is on the core is over: an idle core takes from the queue first. */
  void sliceEnds(int core) {
    SimThread thread = on[core];
    if (thread == null || !thread.runs || ready.get(core).isEmpty()) {
      return;
    }
    if (idle > 0) {
      int other = idleCore(core);
      SimThread first = ready.get(core).remove();
      waiting--;
      come(first, other, wakeUpNanos(machine.now() - since[other]));
      armSlice(core);
    } else {
      preempt(core);
    }
  }

  /** The thread that the machine was busy with may be one that has to leave its core. */
  void afterStep(SimThread thread) {
    if (leaveSoon) {
      leaveSoon = false;
      if (thread.runs && !ready.get(thread.core).isEmpty()) {
        preempt(thread.core);
      }
    }
  }

  private void armSlice(int core) {
    SimThread thread = on[core];
    if (thread != null && thread.runs && !ready.get(core).isEmpty() && !events.isSet(core)) {
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
        machine.bursts().settle(beside);
        machine.bursts().set(beside);
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
