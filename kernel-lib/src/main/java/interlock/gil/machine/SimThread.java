package interlock.gil.machine;

import interlock.gil.timeline.Cause;
import interlock.gil.timeline.State;
import interlock.gil.timeline.ThreadFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A simulated thread. Its {@link Activity} asks it for things to do; a lock's protocol moves it
 * from phase to phase.
 */
public final class SimThread {
  final SimulatedMachine machine;
  final InterpreterLock gil;
  final Activity activity;
  final boolean daemon;
  private final int id;
  private final String name;
  private final String process;
  private final ThreadLedger ledger;

  int phase;
  boolean runs;

  /** Whether what the program waits for has come; it may come before the thread has parked. */
  private boolean served;

  private boolean parkedForProgram;
  int core = -1;
  int lastCore;

  /** Work left in this burst, and when the burst, or its rest, began. */
  long left;

  long burstStart;

  /** Small costs that the next burst pays. */
  long debt;

  /** CPU time, of which waits have been taken off. */
  long ran;

  /** How much less than its share it had of a core that others wanted too. */
  long owed;

  long queuedAt;

  /** Since when its caches are warm. */
  long warmSince;

  /** Since when it has no core of its own accord. */
  long leftCoreAt;

  /** Its place in a core's queue: the smaller is the first. */
  long queueRank;

  long queueOrder;

  long computeLeft;
  long gapPosition;
  InterpreterLock.Place place = InterpreterLock.Place.LOOP;
  int afterTake;
  int afterDrop;
  long argument;
  State parkState = State.WAITS_FOR_IO;
  private @Nullable Waitable on;
  private @Nullable Waitable relock;

  /** The thread whose end it waits for. */
  @Nullable SimThread joins;

  /** The thread that it is about to start. */
  SimulatedMachine.@Nullable Birth toStart;

  /** The thread that it has started and that has still to run. */
  @Nullable SimThread child;

  /** The thread that has started it and waits until it runs. */
  @Nullable SimThread parent;

  boolean timed;
  int resume;
  long speed = 1000;
  private @Nullable List<SimThread> joiners;
  private int reasonToJoin = -1;

  /** It may stand in a list of the program's and, on its way there, in one of its lock's. */
  final WaitList.Place programPlace = new WaitList.Place(this);

  final WaitList.Place lockPlace = new WaitList.Place(this);

  private long memo;

  SimThread(SimulatedMachine machine, int id, SimulatedMachine.Birth birth, InterpreterLock gil) {
    this.machine = machine;
    this.id = id;
    this.name = birth.name();
    this.process = birth.process();
    this.activity = birth.activity();
    this.daemon = birth.daemon();
    this.gil = gil;
    this.ledger = new ThreadLedger(machine.now());
  }

  /** Returns the place of the thread in the timeline. */
  public int id() {
    return id;
  }

  /** Returns the name. */
  public String name() {
    return name;
  }

  /** Returns the process that it belongs to. */
  public String process() {
    return process;
  }

  /** Returns the core that it is on, or was on last. */
  public int core() {
    return lastCore;
  }

  /** Interprets bytecode for a time, past the lock's check points. */
  public void compute(long nanos) {
    computeLeft = gil.computeNanos(this, nanos);
    goTo(Phase.COMPUTE);
  }

  /** Interprets bytecode for a time without a check point, and comes to one then. */
  public void computeTo(long nanos, InterpreterLock.Place checkPoint) {
    place = checkPoint;
    long here = gil.computeNanos(this, nanos);
    gapPosition += here;
    burst(here, Phase.CHECK_POINT);
  }

  /** Runs C code for a time, past no check point. */
  public void callC(long nanos) {
    burst(gil.computeNanos(this, nanos), Phase.NEXT);
  }

  /** Returns whether it takes an object's own lock to change it. */
  public boolean locksObjects() {
    return gil.locksObjects();
  }

  /**
   * Runs C code that keeps the lock, as fast in every interpreter; for the lock's ticks it is one
   * instruction, however long it takes.
   */
  public void nativeCall(long nanos) {
    place = InterpreterLock.Place.CALL;
    gapPosition += machine.model().instructionPicos() / 1000;
    burst(nanos, Phase.CHECK_POINT);
  }

  /** Computes without the lock. */
  public void allowThreads(long nanos) {
    argument = nanos;
    drop(Cause.ALLOW_THREADS, Phase.ALLOWED);
  }

  /** Waits for a device, without the lock. */
  public void io(long nanos, Waitable device) {
    wait(nanos, State.WAITS_FOR_IO, device, Cause.IO);
  }

  /** Sleeps, without the lock. */
  public void sleep(long nanos) {
    long slack = nanos == 0 ? 0 : machine.model().timerSlackNanos();
    wait(nanos + slack, State.SLEEPS, machine.clock(), Cause.SLEEP);
  }

  private void wait(long nanos, State how, Waitable device, Cause why) {
    argument = nanos;
    parkState = how;
    on = device;
    drop(why, Phase.BLOCKING);
  }

  /** Makes a system call that need not wait. */
  public void systemCall() {
    message(Phase.CALLING);
  }

  /** Acquires a lock, or waits for it without the interpreter lock. */
  public void acquire(Waitable lock) {
    machine.waits().acquire(this, lock);
  }

  /** Releases a lock. */
  public void release(Waitable lock) {
    machine.waits().release(this, lock, Phase.NEXT);
  }

  /** Waits on a condition, whose lock it gives back meanwhile. */
  public void await(Waitable condition, Waitable lock) {
    on = condition;
    relock = lock;
    machine.waits().await(this, condition, lock);
  }

  /** Wakes one thread, or all, that wait on a condition. */
  public void signal(Waitable condition, boolean all) {
    machine.waits().signal(this, condition, all);
  }

  /** Puts an item into a queue. */
  public void put(Waitable queue) {
    machine.waits().put(this, queue);
  }

  /** Takes an item out of a queue, or waits for one. */
  public void get(Waitable queue) {
    machine.waits().get(this, queue);
  }

  /** Writes a message to a channel. */
  public void send(Waitable channel) {
    on = channel;
    message(Phase.SENDING);
  }

  /** Reads a message from a channel, or waits for one. */
  public void receive(Waitable channel) {
    on = channel;
    message(Phase.RECEIVING);
  }

  /** Gives the lock up to talk; the interpreter's own part of that may find cold caches. */
  private void message(int thenPhase) {
    afterDrop = thenPhase;
    burst(machine.coldNanos(this), Phase.DROP_FOR_IO);
  }

  /** Waits until another thread has ended. */
  public void join(String other) {
    joins = machine.thread(other);
    drop(Cause.LOCK, Phase.AWAIT_END);
  }

  /** Takes and drops references to a shared object. */
  public void touch(SharedObject object, long times) {
    place = InterpreterLock.Place.LOOP;
    long here = gil.touch(this, object, times);
    gapPosition += here;
    burst(here, Phase.CHECK_POINT);
  }

  /** Starts another thread in the same process, and waits until it runs. */
  public void spawn(SimulatedMachine.Birth birth) {
    toStart = birth;
    burst(machine.model().spawnNanos(), Phase.SPAWNING);
  }

  /** Ends. */
  public void end() {
    drop(Cause.END, Phase.ENDING);
  }

  /** Gives the lock up for a reason, then goes on in a phase. */
  void drop(Cause why, int thenPhase) {
    afterDrop = thenPhase;
    gil.drop(this, why);
  }

  /** Takes the lock, then goes on in a phase. */
  void take(int thenPhase) {
    afterTake = thenPhase;
    ledger.asks(machine.now());
    gil.take(this);
  }

  /** Works for a time, then goes on in a phase. */
  public void burst(long nanos, int thenPhase) {
    phase = thenPhase;
    left = nanos + debt;
    debt = 0;
  }

  /** Goes on in a phase, with no time between. */
  public void goTo(int nextPhase) {
    phase = nextPhase;
    left = 0;
  }

  /** Returns the number that its lock's protocol has it remember. */
  public long memo() {
    return memo;
  }

  /** Remembers a number for its lock's protocol. */
  public void remember(long number) {
    memo = number;
  }

  /** Has its activity asked for more, with no time between. */
  public void askAgain() {
    goTo(Phase.NEXT);
  }

  /** Returns the phase that it is in. */
  public int phase() {
    return phase;
  }

  /** Adds a small cost to what it does next. */
  public void pays(long nanos) {
    debt += nanos;
  }

  /** Leaves its core until it is woken, then goes on in a phase. */
  public void park(State how, int reason, int thenPhase) {
    goTo(thenPhase);
    machine.leaveCore(this, how, reason);
  }

  /** Leaves its core until it is woken, but not for longer than a time. */
  public void parkAtMost(long nanos, State how, int reason, int thenPhase) {
    timed = true;
    machine.setTimer(this, nanos);
    park(how, reason, thenPhase);
  }

  /** Waits for something of the program's; at once over if that has come already. */
  void awaitServed(State how, int reason, int thenPhase) {
    if (served) {
      served = false;
      goTo(thenPhase);
    } else {
      parkedForProgram = true;
      park(how, reason, thenPhase);
    }
  }

  /** What the thread waits for has come; returns what that costs whoever brings it. */
  long serve(boolean here) {
    if (!parkedForProgram) {
      served = true;
      return 0;
    }
    woken();
    return here ? machine.readyHere(this) : machine.ready(this);
  }

  /** Is woken: runs as soon as it has a core. Returns what that costs the waker, in nanoseconds. */
  public long unpark() {
    woken();
    return machine.ready(this);
  }

  private void woken() {
    parkedForProgram = false;
    timed = false;
    machine.cancelTimer(this);
  }

  /** Is woken in another phase than the one that it parked for. */
  public long unparkIn(int otherPhase) {
    phase = otherPhase;
    return unpark();
  }

  void tookLock(boolean exists) {
    ledger.took(exists, machine.now());
    enter(running(), 0);
    goTo(afterTake);
  }

  void gaveLock(Cause why, boolean exists) {
    if (exists) {
      ledger.gave(why, machine.now());
      enter(State.RUNS_WITHOUT_GIL, 0);
    }
  }

  /** Enters a state; the same one goes on. */
  void enter(State next, int reason) {
    if (ledger.enter(next, machine.now())) {
      machine.recordState(this, next, reason);
    }
  }

  /** Waits for a core. */
  void waitForCore() {
    enter(ledger.holds() ? State.HOLDS_OFF_CORE : State.WAITS_FOR_CORE, 0);
  }

  /** Returns what it waits for. */
  Waitable waitsOn() {
    return Objects.requireNonNull(on);
  }

  @Nullable Waitable blockedOn() {
    return on;
  }

  void waitsFor(Waitable what) {
    on = what;
  }

  /** Returns the lock that it wants back after a condition. */
  Waitable relock() {
    return Objects.requireNonNull(relock);
  }

  /** Returns how much it has computed since its last check point, in nanoseconds. */
  public long sinceCheckNanos() {
    return gapPosition;
  }

  /** Returns whether the program has it wait for something that another thread has to do. */
  boolean isStuck() {
    return parkedForProgram;
  }

  /** Returns the threads that wait for its end. */
  List<SimThread> joiners() {
    if (joiners == null) {
      joiners = new ArrayList<>(1);
    }
    return joiners;
  }

  int reasonToJoin() {
    if (reasonToJoin < 0) {
      reasonToJoin = machine.reasonOf("the end of " + name);
    }
    return reasonToJoin;
  }

  /** Its last state is over. */
  void finish() {
    ledger.end(machine.now());
  }

  boolean hasEnded() {
    return ledger.hasEnded();
  }

  State running() {
    return ledger.holds() ? State.RUNS_WITH_GIL : State.RUNS_WITHOUT_GIL;
  }

  ThreadFigures figures() {
    return ledger.figures(name, machine.now());
  }

  @Override
  public String toString() {
    return "thread '" + name + "'";
  }
}
