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
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A machine on a virtual clock: cores, an operating system's scheduler, threads and what they wait
 * for. It goes from event to event; nothing happens in between.
 *
 * <p>For one thread. The same workload, parameters and seed give the same events on every machine.
 */
public final class SimulatedMachine {
  private static final int INTERRUPT_MASK = (1 << 16) - 1;

  /** Phases that take no time are not events, but a thread may have no others. */
  private static final int PHASES_PER_EVENT = 50;

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
  private final Waits waits;
  private final @Nullable Recorder recorder;
  private final BiFunction<SimulatedMachine, Birth, InterpreterLock> locks;
  private final List<SimThread> threads = new ArrayList<>();
  private final Map<String, SimThread> byName = new HashMap<>();
  private final Map<SimThread, Birth> births = new HashMap<>();
  private final Map<String, Waitable> waitables = new HashMap<>();
  private final Waitable clock = new Waitable("the clock", 0);
  private final SequencedMap<String, SharedObject> objects = new LinkedHashMap<>();
  private final SequencedMap<String, Spans> spans = new LinkedHashMap<>();
  private final Map<Cause, Long> handOvers = new EnumMap<>(Cause.class);
  private int lockCount;
  private int foreground;
  private long now;
  private long happened;
  private long phases;
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
    this.waits = new Waits(model);
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
    foreground += birth.daemon() ? 0 : 1;
    if (recorder != null) {
      recorder.thread(birth.name(), birth.process(), lock.number());
    }
    thread.phase = Phase.START;
    recordState(thread, State.WAITS_FOR_CORE, 0);
    scheduler.ready(thread);
    return thread;
  }

  /**
   * Runs until every thread that is no daemon has ended, nothing can happen any more, or a limit is
   * reached.
   *
   * @param mostEvents the limit on events
   * @param untilNanos the limit on virtual time
   * @throws CancellationException if this thread is interrupted
   */
  public Figures run(String policy, long mostEvents, long untilNanos) {
    return figures(policy, loop(mostEvents, untilNanos));
  }

  private Ending loop(long mostEvents, long untilNanos) {
    while (foreground > 0) {
      if (events.isEmpty()) {
        return Deadlocks.among(threads);
      }
      int slot = events.first();
      long at = events.timeOf(slot);
      if (at > untilNanos) {
        now = untilNanos;
        return new Ending.TimeLimit(Duration.ofNanos(untilNanos));
      }
      if (happened >= mostEvents || phases >= PHASES_PER_EVENT * mostEvents) {
        return new Ending.EventLimit(happened);
      }
      now = at;
      events.removeFirst();
      happen(slot);
    }
    return new Ending.Completed();
  }

  private void happen(int slot) {
    if ((++happened & INTERRUPT_MASK) == 0 && Thread.currentThread().isInterrupted()) {
      throw new CancellationException("The simulation was interrupted");
    }
    int cores = model.cores();
    if (slot < cores) {
      scheduler.sliceEnds(slot);
      return;
    }
    SimThread thread = threads.get((slot - cores) >>> 1);
    if (((slot - cores) & 1) != 0) {
      timerFires(thread);
    } else if (thread.runs) {
      burstEnds(thread);
      go(thread);
    } else {
      scheduler.arrive(thread);
      if (thread.left > 0 && thread.phase != Phase.COMPUTE) {
        setBurst(thread);
      } else {
        go(thread);
      }
    }
  }

  private void timerFires(SimThread thread) {
    if (thread.timed) {
      thread.timed = false;
      thread.gil.timedOut(thread);
    } else {
      thread.unpark();
    }
  }

  /** Takes a thread from phase to phase until it works, waits or ends. */
  private void go(SimThread thread) {
    current = thread;
    do {
      phase(thread);
    } while (thread.runs && thread.left == 0 && (++phases & INTERRUPT_MASK) != 0);
    current = null;
    if (thread.runs) {
      setBurst(thread);
      scheduler.afterStep(thread);
    }
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
      setTimer(t, t.argument);
      t.park(t.parkState, t.waitsOn().reason, Phase.TAKE_NEXT);
    }
  }

  private void spawned(SimThread parent) {
    Birth birth = births.remove(parent);
    if (birth == null) {
      throw new IllegalStateException(parent + " starts nothing");
    }
    SimThread child = start(birth);
    child.partner = parent;
    parent.partner = child;
    parent.drop(Cause.LOCK, Phase.AWAIT_START);
  }

  private void started(SimThread child) {
    child.started = true;
    SimThread parent = child.partner;
    child.partner = null;
    if (parent == null) {
      child.goTo(Phase.NEXT);
    } else {
      parent.partner = null;
      child.burst(parent.serve(false), Phase.NEXT);
    }
  }

  private void awaitStart(SimThread parent) {
    parent.awaitServed(State.WAITS_FOR_LOCK, reasonOf("a thread to start"), Phase.TAKE_NEXT);
  }

  private void awaitEnd(SimThread t) {
    SimThread target = t.partner;
    if (target == null || target.ended) {
      t.partner = null;
      t.goTo(Phase.TAKE_NEXT);
    } else {
      target.joiners.add(t);
      int reason = reasonOf("the end of " + target.name());
      t.awaitServed(State.WAITS_FOR_LOCK, reason, Phase.AWAIT_END);
    }
  }

  private void ended(SimThread t) {
    t.finish();
    foreground -= t.daemon ? 0 : 1;
    scheduler.leave(t);
    t.joiners.forEach(joiner -> joiner.serve(false));
  }

  /** What is left of a burst is done from now on: sets the event of its end. */
  void setBurst(SimThread t) {
    int speed = scheduler.speed(t);
    t.speed = speed;
    t.burstStart = now;
    long time = speed == 1000 ? t.left : (t.left * 1000 + speed - 1) / speed;
    events.set(slot(t), now + time);
  }

  /** Counts what a running thread has done of its burst up to now. */
  void settle(SimThread t) {
    long time = now - t.burstStart;
    did(t, Math.min(t.left, t.speed == 1000 ? time : time * t.speed / 1000), time);
    t.burstStart = now;
  }

  private void burstEnds(SimThread t) {
    did(t, t.left, now - t.burstStart);
    t.burstStart = now;
  }

  private static void did(SimThread t, long work, long time) {
    t.left -= work;
    t.ran += time;
    if (t.phase == Phase.COMPUTE) {
      t.computeLeft -= work;
      t.gapPosition += work;
    }
  }

  /** A thread that computes on a core has to come to its next check point. */
  void computeAnew(SimThread t) {
    if (t.runs && t.phase == Phase.COMPUTE && t != current) {
      settle(t);
      long gap = t.gil.checkGapNanos();
      t.gapPosition %= gap;
      t.left = Math.min(t.computeLeft, gap - t.gapPosition);
      setBurst(t);
    }
  }

  /** A thread gives its lock up at a check point and asks for it again. */
  void yieldLock(SimThread t, Cause why, int thenPhase) {
    t.resume = thenPhase;
    t.drop(why, Phase.RETAKE);
  }

  void expect(SimThread parent, Birth birth) {
    births.put(parent, birth);
  }

  long ready(SimThread t) {
    return scheduler.ready(t);
  }

  long readyHere(SimThread t) {
    return scheduler.readyHere(t);
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

  @Nullable SimThread current() {
    return current;
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
    handOvers.merge(cause, 1L, Long::sum);
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
        policy, now, each, scheduler.busyNanos(), handOvers, latencies, counts, happened, ending);
  }
}
