package interlock.gil.machine;

import interlock.gil.timeline.Cause;
import interlock.gil.timeline.Count;
import interlock.gil.timeline.Distribution;
import interlock.gil.timeline.Ending;
import interlock.gil.timeline.Figures;
import interlock.gil.timeline.HandOver;
import interlock.gil.timeline.Recorder;
import interlock.gil.timeline.State;
import interlock.gil.timeline.Step;
import interlock.gil.timeline.ThreadFigures;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A machine on a virtual clock: cores, an operating system's scheduler, threads and what they wait
 * for. It goes from event to event; nothing happens in between.
 *
 * <p>For one thread. The same workload, parameters and seed give the same events on every machine.
 */
public final class SimulatedMachine {
  private static final int MOST_THREADS = 200_000;

  /**
   * A thread to come.
   *
   * @param name its name
   * @param process the process that it belongs to
   * @param interpreter the interpreter in that process
   * @param daemon whether the run may end before it does
   * @param activity what it does
   */
  public record Birth(
      String name, String process, String interpreter, boolean daemon, Activity activity) {}

  private final MachineModel model;
  private final EventQueue events = new EventQueue();
  private final SplittableRandom random;
  private final Scheduler scheduler;
  private final Bursts bursts;
  private final Waits waits;
  private final EventLoop loop;
  private final @Nullable Recorder recorder;
  private final BiFunction<SimulatedMachine, Birth, InterpreterLock> locks;
  private final List<SimThread> threads = new ArrayList<>();
  private final Map<String, SimThread> byName = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> numbered = new HashMap<>();
  private final Map<String, String> latest = new HashMap<>();
  private final Map<String, Waitable> waitables = new HashMap<>();
  private final Waitable clock = new Waitable("the clock", 0);
  private final SequencedMap<String, SharedObject> objects = new LinkedHashMap<>();
  private final SequencedMap<String, Spans> spans = new LinkedHashMap<>();
  private final long[] handOvers = new long[Cause.values().length];
  private int lockCount;
  private int foreground;
  private long now;
  private @Nullable SimThread current;

  /**
   * A machine without threads.
   *
   * @param model its parameters
   * @param seed of everything that goes by chance
   * @param locks finds the interpreter lock of a thread to come
   * @param recorder keeps what happens; null to have the figures only
   */
  public SimulatedMachine(
      MachineModel model,
      long seed,
      BiFunction<SimulatedMachine, Birth, InterpreterLock> locks,
      @Nullable Recorder recorder) {
    this.model = model;
    this.random = new SplittableRandom(seed);
    this.locks = locks;
    this.recorder = recorder;
    this.scheduler = new Scheduler(this, events, random);
    this.bursts = new Bursts(this, events, scheduler);
    this.waits = new Waits(model);
    Phases phases = new Phases(this, scheduler, bursts, waits);
    this.loop = new EventLoop(this, events, scheduler, bursts, phases);
  }

  /** Returns the parameters. */
  public MachineModel model() {
    return model;
  }

  /** Returns the virtual time, in nanoseconds. */
  public long now() {
    return now;
  }

  /** Returns the source of everything that goes by chance. */
  public SplittableRandom random() {
    return random;
  }

  /** Numbers a lock, so that its steps are recorded. */
  public void register(InterpreterLock lock) {
    lock.number(lockCount++);
    if (recorder != null) {
      recorder.lock(lock.name());
    }
  }

  /**
   * Starts a thread now.
   *
   * @throws IllegalArgumentException if there is one of that name, or there are 200,000
   */
  public SimThread start(Birth birth) {
    if (threads.size() == MOST_THREADS) {
      throw new IllegalArgumentException("A run has at most %,d threads".formatted(MOST_THREADS));
    }
    InterpreterLock lock = locks.apply(this, birth);
    SimThread thread = new SimThread(this, threads.size(), birth, lock);
    if (byName.putIfAbsent(birth.name(), thread) != null) {
      throw new IllegalArgumentException(
          "There are two threads called '%s'".formatted(birth.name()));
    }
    threads.add(thread);
    taken.add(birth.name());
    foreground += birth.daemon() ? 0 : 1;
    if (recorder != null) {
      recorder.thread(birth.name(), birth.process(), lock.number());
    }
    thread.phase = Phase.START;
    recordState(thread, State.WAITS_FOR_CORE, 0);
    scheduler.born(thread);
    return thread;
  }

  /**
   * Runs until every thread that is no daemon has ended, nothing can happen any more, or a limit is
   * reached.
   *
   * @param mostEvents the limit on events
   * @param untilNanos the limit on virtual time
   * @param cancelled asked every few milliseconds whether the run is wanted no more
   * @throws CancellationException if it is not
   */
  public Figures run(String policy, long mostEvents, long untilNanos, BooleanSupplier cancelled) {
    return figures(policy, loop.run(threads, mostEvents, untilNanos, cancelled));
  }

  int foreground() {
    return foreground;
  }

  void ended(SimThread thread) {
    foreground -= thread.daemon ? 0 : 1;
  }

  /** The clock goes on to a moment that is not before now. */
  void advance(long nanos) {
    now = nanos;
  }

  Bursts bursts() {
    return bursts;
  }

  /** A thread that computes on a core has to come to its next check point. */
  void computeAnew(SimThread thread) {
    bursts.computeAnew(thread);
  }

  /** A thread gives its lock up at a check point and asks for it again. */
  void yieldLock(SimThread t, Cause why, int thenPhase) {
    t.resume = thenPhase;
    t.drop(why, Phase.RETAKE);
  }

  long ready(SimThread t) {
    return scheduler.ready(t);
  }

  long readyHere(SimThread t) {
    return scheduler.readyHere(t);
  }

  long coldNanos(SimThread t) {
    return scheduler.coldNanos(t);
  }

  void leaveCore(SimThread t, State how, int reason) {
    t.enter(how, reason);
    scheduler.leave(t);
  }

  /** Sets a thread's timer: it is woken then, unless it is woken before. */
  void setTimer(SimThread t, long nanos) {
    events.set(slot(t) + 1, now + nanos);
  }

  void cancelTimer(SimThread t) {
    events.cancel(slot(t) + 1);
  }

  int slot(SimThread t) {
    return model.cores() + 2 * t.id();
  }

  /** Returns the thread that does something at this very moment; null between two events. */
  @Nullable SimThread current() {
    return current;
  }

  void current(@Nullable SimThread thread) {
    current = thread;
  }

  void recordState(SimThread t, State state, int reason) {
    if (recorder != null) {
      recorder.state(t.id(), state.code(), state.onCore() ? t.core : -1, reason, now);
    }
  }

  void step(int lock, SimThread t, Step.Kind kind, int other) {
    if (recorder != null && lock >= 0) {
      recorder.step(lock, t.id(), kind, other, now);
    }
  }

  void handedOver(int lock, long droppedAt, SimThread from, SimThread to, Cause cause) {
    handOvers[cause.code()]++;
    if (recorder != null && lock >= 0) {
      recorder.handOver(new HandOver(droppedAt, now, from.id(), to.id(), cause, lock));
    }
  }

  /** Returns what a sleeping thread waits for. */
  Waitable clock() {
    return clock;
  }

  Waits waits() {
    return waits;
  }

  SimThread thread(int id) {
    return threads.get(id);
  }

  /** Returns the number of a reason to wait, for the timeline. */
  public int reasonOf(String what) {
    return recorder == null ? 0 : recorder.reason(what);
  }

  /** Returns a thing to wait for, such as "lock 'L'"; the same for the same words. */
  public Waitable waitable(String words) {
    return waitables.computeIfAbsent(words, it -> new Waitable(it, reasonOf(it)));
  }

  /** Returns a shared object or variable; the same for the same name. */
  public SharedObject object(String name) {
    return objects.computeIfAbsent(name, SharedObject::new);
  }

  /** Returns the lengths of a marked span; the same for the same name. */
  public Spans spans(String name) {
    return spans.computeIfAbsent(name, it -> new Spans());
  }

  /**
   * Returns a name for a thread to come: the one given if no thread has or had it, else with a
   * number after it; see {@link #latest}.
   */
  public String freeName(String name) {
    String free = name;
    for (int number = 2; !taken.add(free); number++) {
      number = Math.max(number, numbered.getOrDefault(name, number));
      free = name + " " + number;
      numbered.put(name, number + 1);
    }
    latest.put(name, free);
    return free;
  }

  /** Returns the name of the thread that was last to get a free name for this one, if it runs. */
  public String latest(String name) {
    String full = latest.getOrDefault(name, name);
    return byName.containsKey(full) ? full : name;
  }

  /**
   * Returns a thread by its name.
   *
   * @throws IllegalStateException if there is none
   */
  SimThread thread(String name) {
    SimThread found = byName.get(name);
    if (found == null) {
      throw new IllegalStateException("There is no thread called '%s' to wait for".formatted(name));
    }
    return found;
  }

  private Figures figures(String policy, Ending ending) {
    List<ThreadFigures> each = threads.stream().map(SimThread::figures).toList();
    SequencedMap<String, Distribution> latencies = new LinkedHashMap<>();
    spans.forEach((name, lengths) -> latencies.put(name, lengths.distribution()));
    SequencedMap<String, Count> counts = new LinkedHashMap<>();
    objects.forEach((name, it) -> counts.put(name, new Count(it.expected(), it.value())));
    return new Figures(
        policy,
        now,
        each,
        scheduler.busyNanos(),
        handOverCounts(),
        latencies,
        counts,
        loop.happened(),
        ending);
  }

  private Map<Cause, Long> handOverCounts() {
    Map<Cause, Long> counts = new EnumMap<>(Cause.class);
    for (Cause cause : Cause.values()) {
      if (handOvers[cause.code()] > 0) {
        counts.put(cause, handOvers[cause.code()]);
      }
    }
    return counts;
  }
}
