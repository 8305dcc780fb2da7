package interlock.gil.machine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The operating system's scheduler: which thread is on which core.
 *
 * <p>A queue for each core, served at every tick; a core whose queue is empty takes from the
 * longest, and an idle one from another's at a tick there. A woken thread goes to the core that it
 * was on, or to an idle one, and is there after the wake-up latency.
 *
 * <p>With {@code boost} the next of a queue is whoever has run least lately, and a woken thread
 * that is owed time takes its last core at once from one that has run longer. What a thread has run
 * lately is at most a slice, and a wait takes its own length off. Owed is half of the time that it
 * stood in queues, less half of what it ran beside others; a run alone settles all.
 *
 * <p>With {@code packs} a woken thread stays with its last core though that is busy and another is
 * idle, as long as it is not used for more than 80 % of the time; and a core takes nobody else's
 * thread that has only begun to wait.
 *
 * <p>Differs from Linux: what has been run lately, and what is owed, stand for virtual run times
 * and lags; no weights or cgroups; a running thread is never moved to another core. Caches are cold
 * for a thread's first message after its core has idled, and for nothing else.
 */
final class Scheduler {
  /** Up to this use threads are packed on a core: Linux's margin for one that is not full. */
  private static final double MOST_USE = 0.8;

  /** For so long a thread in a queue counts as hot: Linux's {@code sched_migration_cost}. */
  private static final long HOT_NANOS = 500_000;

  /** Whoever is owed less has to wait for the tick. */
  private static final long LEAST_OWED_NANOS = 10_000;

  private final MachineModel model;
  private final SimulatedMachine machine;
  private final EventQueue events;
  private final SplittableRandom random;
  private final List<Core> cores = new ArrayList<>();
  private final long slice;
  private long arrivals;
  private int waiting;
  private int idle;
  private boolean leaveSoon;

  Scheduler(SimulatedMachine machine, EventQueue events, SplittableRandom random) {
    this.machine = machine;
    this.model = machine.model();
    this.events = events;
    this.random = random;
    this.slice = model.timeSliceNanos();
    this.idle = model.cores();
    for (int number = 0; number < model.cores(); number++) {
      cores.add(new Core(number));
    }
  }

  /** A new thread goes to an idle core if there is one. */
  void born(SimThread thread) {
    canRun(thread);
    if (idle > 0) {
      comeToIdle(thread);
    } else {
      queue(thread, lastCore(thread), false);
    }
  }

  /** A thread can run: finds it a core, or has it wait for one. Returns what that costs a waker. */
  long ready(SimThread thread) {
    canRun(thread);
    Core last = lastCore(thread);
    if (idle > 0 && !isPacked(last)) {
      comeToIdle(thread);
      return model.idleWakeCallNanos();
    }
    SimThread there = Objects.requireNonNull(last.thread);
    if (!there.runs && model.jitterPermille() > 0 && random.nextBoolean()) {
      swap(thread, there, last);
    } else if (takesCoreOf(there, thread)) {
      goFirst(thread, there, last);
    } else {
      queue(thread, last, false);
    }
    return model.wakeCallNanos();
  }

  /** As {@link #ready}, but the thread follows the one that runs now, if cores are to be packed. */
  long readyHere(SimThread thread) {
    SimThread waker = machine.current();
    if (!model.packs() || waker == null || !lastCore(waker).queue.isEmpty()) {
      return ready(thread);
    }
    canRun(thread);
    queue(thread, lastCore(waker), true);
    return model.wakeCallNanos();
  }

  private Core lastCore(SimThread thread) {
    return cores.get(thread.lastCore);
  }

  private boolean isPacked(Core core) {
    return model.packs() && !core.isIdle() && core.use(machine.now()) <= MOST_USE;
  }

  /** A thread's wait is over: it takes its own length off what the thread has run lately. */
  private void canRun(SimThread thread) {
    thread.waitForCore();
    thread.ran = Math.max(0, lately(thread) - (machine.now() - thread.leftCoreAt));
  }

  /** Returns how long a thread has run lately, in nanoseconds. */
  private long lately(SimThread thread) {
    return Math.min(thread.ran, slice);
  }

  /** Whether a woken thread is owed time and one on its core has run longer. */
  private boolean takesCoreOf(SimThread there, SimThread woken) {
    if (!model.boost() || !there.runs || woken.owed < LEAST_OWED_NANOS) {
      return false;
    }
    return Math.min(there.ran + machine.now() - there.burstStart, slice) > woken.ran;
  }

  private void goFirst(SimThread thread, SimThread victim, Core core) {
    queue(thread, core, true);
    if (victim == machine.current()) {
      leaveSoon = true;
    } else {
      preempt(core);
    }
  }

  /** Of two threads that are to wake on one core, the later is the first by chance. */
  private void swap(SimThread thread, SimThread coming, Core core) {
    int slot = machine.slot(coming);
    long left = events.timeOf(slot) - machine.now();
    events.cancel(slot);
    coming.core = -1;
    come(thread, core, left);
    queue(coming, core, true);
  }

  private void queue(SimThread thread, Core core, boolean first) {
    enqueue(thread, core, first);
    waiting++;
    armTick(core);
  }

  private void enqueue(SimThread thread, Core core, boolean first) {
    thread.queuedAt = machine.now();
    long order = ++arrivals;
    thread.queueOrder = first ? -order : order;
    thread.queueRank = first ? -1 : model.boost() ? lately(thread) : 0;
    core.queue.add(thread);
  }

  /** Takes the next thread for a core: of its own queue, else of the longest one. */
  private @Nullable SimThread next(Core core) {
    if (waiting == 0) {
      return null;
    }
    PriorityQueue<SimThread> from = core.queue;
    if (from.isEmpty()) {
      from = Collections.max(cores, Comparator.comparingInt(each -> each.queue.size())).queue;
      if (model.packs() && machine.now() - from.element().queuedAt < HOT_NANOS) {
        return null;
      }
    }
    waiting--;
    return first(from);
  }

  /** Of the time that it has waited half was its share. */
  private SimThread first(PriorityQueue<SimThread> queue) {
    SimThread first = queue.remove();
    long share = (machine.now() - first.queuedAt) / 2;
    first.owed = Math.min(slice, first.owed + share);
    return first;
  }

  private void comeToIdle(SimThread thread) {
    Core core = idleCore(lastCore(thread));
    come(thread, core, wakeUpNanos(machine.now() - core.since));
  }

  /** A core if that is idle; else one whose sibling is idle too, if there is one. */
  private Core idleCore(Core preferred) {
    if (preferred.isIdle() && isAlone(preferred)) {
      return preferred;
    }
    Core any = preferred.isIdle() ? preferred : null;
    for (Core core : cores) {
      if (core.isIdle()) {
        if (isAlone(core)) {
          return core;
        }
        any = any == null ? core : any;
      }
    }
    return Objects.requireNonNull(any);
  }

  private boolean isAlone(Core core) {
    Core sibling = sibling(core);
    return sibling == null || sibling.isIdle();
  }

  private @Nullable Core sibling(Core core) {
    int number = core.number ^ 1;
    return model.siblings() == 1 || number >= cores.size() ? null : cores.get(number);
  }

  private long wakeUpNanos(long idleNanos) {
    long more = model.deepWakeUpNanos() - model.wakeUpNanos();
    return scattered(model.wakeUpNanos() + byDepth(more, idleNanos));
  }

  /** Returns the part of a time that so long an idling is of the deepest. */
  private long byDepth(long nanos, long idleNanos) {
    long depth = Math.min(idleNanos, model.deepIdleNanos());
    return (long) ((double) nanos * depth / model.deepIdleNanos());
  }

  private long scattered(long mean) {
    if (model.jitterPermille() == 0 || mean == 0) {
      return mean;
    }
    long spread = mean * model.jitterPermille() / 1000;
    return mean - spread + random.nextLong(2 * spread + 1);
  }

  private void come(SimThread thread, Core core, long latency) {
    idle -= core.isIdle() ? 1 : 0;
    core.expects(thread, machine.now());
    thread.core = core.number;
    thread.lastCore = core.number;
    events.set(machine.slot(thread), machine.now() + latency);
  }

  /** A thread that was on its way is on its core. */
  void arrive(SimThread thread) {
    Core core = lastCore(thread);
    thread.runs = true;
    thread.burstStart = machine.now();
    core.since = machine.now();
    thread.enter(thread.running(), 0);
    armTick(core);
    siblingChanged(core);
  }

  /** A running thread leaves its core, for a wait or for good. */
  void leave(SimThread thread) {
    if (thread == machine.current()) {
      leaveSoon = false;
    }
    Core core = lastCore(thread);
    long share = (machine.now() - core.since) / 2;
    thread.owed = core.queue.isEmpty() ? 0 : Math.max(0, thread.owed - share);
    vacate(thread, core);
    thread.leftCoreAt = machine.now();
    SimThread next = next(core);
    if (next == null) {
      core.becomesIdle(machine.now());
      idle++;
    } else {
      come(next, core, scattered(model.contextSwitchNanos()));
    }
  }

  private void vacate(SimThread thread, Core core) {
    core.left(machine.now());
    thread.runs = false;
    thread.core = -1;
    events.cancel(machine.slot(thread));
    events.cancel(core.number);
    siblingChanged(core);
  }

  /** Whoever is on the core goes to the queue; the first of the queue gets the core. */
  private void preempt(Core core) {
    SimThread thread = core.thread;
    if (thread == null) {
      return;
    }
    machine.bursts().settle(thread);
    vacate(thread, core);
    thread.waitForCore();
    enqueue(thread, core, false);
    come(first(core.queue), core, scattered(model.contextSwitchNanos()));
  }

  /** There is a tick on a core with a queue: an idle core takes from it first. */
  void tick(int number) {
    Core core = cores.get(number);
    if (!core.runs() || core.queue.isEmpty()) {
      return;
    }
    if (idle > 0) {
      Core other = idleCore(core);
      waiting--;
      come(first(core.queue), other, wakeUpNanos(machine.now() - other.since));
      armTick(core);
    } else {
      preempt(core);
    }
  }

  private void armTick(Core core) {
    if (core.runs() && !core.queue.isEmpty() && !events.isSet(core.number)) {
      events.set(core.number, (machine.now() / slice + 1) * slice);
    }
  }

  /** The thread that the machine was busy with may be one that has to leave its core. */
  void afterStep(SimThread thread) {
    if (leaveSoon) {
      leaveSoon = false;
      if (thread.runs && !lastCore(thread).queue.isEmpty()) {
        preempt(lastCore(thread));
      }
    }
  }

  /** Returns what cold caches add to a thread's message: once after its core has been idle. */
  long coldNanos(SimThread thread) {
    Core core = lastCore(thread);
    if (thread.warmSince > core.wokenAt() || machine.now() - core.wokenAt() > slice) {
      return 0;
    }
    thread.warmSince = machine.now() + 1;
    return byDepth(model.coldCallNanos(), core.idledNanos());
  }

  /** Returns how fast the core of a thread runs, in thousandths of its own speed. */
  int speed(SimThread thread) {
    Core sibling = sibling(lastCore(thread));
    return sibling != null && sibling.runs() ? model.siblingPermille() : 1000;
  }

  private void siblingChanged(Core core) {
    Core sibling = sibling(core);
    SimThread beside = sibling == null ? null : sibling.thread;
    if (beside != null && beside.runs && beside != machine.current()) {
      machine.bursts().settle(beside);
      machine.bursts().set(beside);
    }
  }

  /** Returns how long each core has run a thread. */
  List<Long> busyNanos() {
    return cores.stream().map(core -> core.busyNanos(machine.now())).toList();
  }
}
