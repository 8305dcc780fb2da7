package interlock.gil.policy;

import interlock.gil.machine.InterpreterLock;
import interlock.gil.machine.SimulatedMachine;
import interlock.gil.timeline.Step;
import java.util.List;

/**
 * The lock of CPython 2: every so many ticks the holder lets go and asks again at once, whoever
 * waits. A waiter is woken, but nothing makes sure that it is the next.
 *
 * <p>Source: {@code PyEval_EvalFrameEx} in {@code Python/ceval.c} and {@code PyThread_acquire_lock}
 * in {@code Python/thread_pthread.h}, CPython 2.7.18.
 *
 * <p>Differs from CPython: {@link #differs}.
 *
 * @param checkInterval {@code sys.getcheckinterval()}; the holder lets go at every tick past that
 * @param instructionsPerTick instructions for one that ticks: {@code LOAD_FAST}, {@code
 *     LOAD_CONST}, {@code STORE_FAST}, {@code POP_TOP}, conditional jumps and others do not
 */
public record Ticks(int checkInterval, int instructionsPerTick) implements GilPolicy {
  private static final String LOOP = "Python/ceval.c:1098, PyEval_EvalFrameEx";
  private static final String ACQUIRE = "Python/thread_pthread.h:443, PyThread_acquire_lock";
  private static final String RELEASE = "Python/thread_pthread.h:490, PyThread_release_lock";
  private static final int MOST = 1_000_000_000;

  public Ticks {
    within("check interval", checkInterval);
    within("number of instructions for a tick", instructionsPerTick);
  }

  private static void within(String what, int value) {
    if (value < 1 || value > MOST) {
      throw new IllegalArgumentException(
          "The %s lies between 1 and %,d, not at %,d".formatted(what, MOST, value));
    }
  }

  /** CPython 2.7: 100 ticks; {@code while n > 0: n -= 1} ticks at 3 of its 9 instructions. */
  public static Ticks v27() {
    return new Ticks(100, 3);
  }

  /** Returns the same lock with another check interval. */
  public Ticks withCheckInterval(int ticks) {
    return new Ticks(ticks, instructionsPerTick);
  }

  @Override
  public String version() {
    return "2.7";
  }

  @Override
  public String name() {
    return "CPython 2.7";
  }

  @Override
  public String source() {
    return "Python/ceval.c, PyEval_EvalFrameEx; Python/thread_pthread.h, PyThread_acquire_lock;"
        + " Modules/threadmodule.c, lock_PyThread_acquire_lock; CPython 2.7.18";
  }

  @Override
  public List<String> differs() {
    return List.of(
        "Every third instruction ticks, as in a loop that counts; other code ticks otherwise.",
        "A release that nobody waits for costs nothing.",
        "Instructions take as long as those of CPython 3.11.",
        "A signal does not set the ticker to 0, and a SETUP_FINALLY does not put the check off.",
        "A release wakes who has waited longest; neither a semaphore nor a condition promises that.",
        "The mutex of the Mac's lock, which the woken thread and the holder both want, is free.");
  }

  @Override
  public List<ProtocolLine> protocol() {
    return List.of(
        new ProtocolLine(Step.Kind.ASKS, "PyThread_acquire_lock(interpreter_lock, 1)", LOOP),
        new ProtocolLine(Step.Kind.WAITS, "sem_wait(thelock)", ACQUIRE),
        new ProtocolLine(Step.Kind.CHECKS, "--_Py_Ticker < 0", LOOP),
        new ProtocolLine(Step.Kind.DROPS, "PyThread_release_lock(interpreter_lock)", LOOP),
        new ProtocolLine(Step.Kind.SIGNALS, "sem_post(thelock)", RELEASE),
        new ProtocolLine(Step.Kind.TAKES, "status == 0", ACQUIRE));
  }

  @Override
  public InterpreterLock lock(SimulatedMachine machine, String name) {
    return new TicksLock(machine, name, this);
  }
}
