package interlock.gil.policy;

import interlock.gil.machine.InterpreterLock;
import interlock.gil.machine.SimulatedMachine;
import interlock.gil.timeline.Step;
import java.util.List;

/**
 * PyPy's lock: one word for the fast way, and a queue whose first thread, the stealer, looks every
 * 0.1 ms whether the lock is free. After so many bytecodes the holder hands it to the queue; a
 * compiled loop counts a pass as less than one.
 *
 * <p>Source: {@code rpython/translator/c/src/thread_gil.c}, {@code
 * pypy/interpreter/executioncontext.py}, PyPy 7.3 and later.
 *
 * <p>Differs from PyPy: {@link #differs}.
 *
 * @param checkInterval bytecodes from one hand-over to the next; {@code sys.getcheckinterval()}
 * @param hundredths what a bytecode counts, in hundredths: 100 interpreted; a pass of a compiled
 *     loop counts its trace's length / 32, 1 at least and 100 at most
 * @param speedPermille what an instruction takes beside one of CPython 3.11, in thousandths
 */
public record PyPy(int checkInterval, int hundredths, int speedPermille) implements GilPolicy {
  private static final String SLOW = "thread_gil.c:114, RPyGilAcquireSlowPath";
  private static final String YIELD = "thread_gil.c:235, RPyGilYieldThread";
  private static final int MOST = 1_000_000_000;

  public PyPy {
    if (checkInterval < 1 || checkInterval > MOST) {
      throw new IllegalArgumentException(
          "The check interval lies between 1 and %,d, not at %,d".formatted(MOST, checkInterval));
    }
    if (hundredths < 1 || hundredths > 100) {
      throw new IllegalArgumentException(
          "A bytecode counts 1 to 100 hundredths, not " + hundredths);
    }
    if (speedPermille < 1 || speedPermille > 100_000) {
      throw new IllegalArgumentException(
          "An instruction takes 1 to 100,000 thousandths of CPython's time, not %,d"
              .formatted(speedPermille));
    }
  }

  /** PyPy in compiled loops, four times as fast as CPython: an assumption. */
  public static PyPy compiled() {
    return new PyPy(10_000, 1, 250);
  }

  /** PyPy before its compiler has come in, as fast as CPython: an assumption. */
  public static PyPy interpreted() {
    return new PyPy(10_000, 100, 1000);
  }

  /** Returns the same lock with another check interval. */
  public PyPy withCheckInterval(int bytecodes) {
    return new PyPy(bytecodes, hundredths, speedPermille);
  }

  @Override
  public String version() {
    return "PyPy";
  }

  @Override
  public String name() {
    return hundredths == 100 ? "PyPy, interpreted" : "PyPy, compiled";
  }

  @Override
  public String source() {
    return "rpython/translator/c/src/thread_gil.c, RPyGilAcquireSlowPath and RPyGilYieldThread;"
        + " pypy/interpreter/executioncontext.py, AbstractActionFlag; PyPy 7.3";
  }

  @Override
  public List<String> differs() {
    return List.of(
        "All code runs at one speed, from the first instruction: %.1f times CPython's."
            .formatted(1000.0 / speedPermille),
        "Every bytecode counts alike; a compiled loop counts once a pass, by the trace's length.",
        "A thread that polls before it queues goes on though others come or go meanwhile.",
        "A round of polling takes 40 ns.",
        "The collector, which is not a counting one, takes no time.");
  }

  @Override
  public List<ProtocolLine> protocol() {
    return List.of(
        new ProtocolLine(
            Step.Kind.ASKS,
            "pypy_compare_and_swap(&rpy_fastgil, 0, me)",
            "threadlocal.h:153, _rpygil_acquire_fast_path"),
        new ProtocolLine(Step.Kind.WAITS, "mutex1_lock(&mutex_gil_stealer)", SLOW),
        new ProtocolLine(Step.Kind.TIMES_OUT, "mutex2_lock_timeout(&mutex_gil, 0.0001)", SLOW),
        new ProtocolLine(
            Step.Kind.CHECKS, "decrement_ticker(…) < 0", "pypy/interpreter/pyopcode.py:167"),
        new ProtocolLine(Step.Kind.DROPS, "rpy_fastgil = 0", "threadlocal.h:163, _RPyGilRelease"),
        new ProtocolLine(Step.Kind.SIGNALS, "mutex2_unlock(&mutex_gil)", YIELD),
        new ProtocolLine(Step.Kind.TAKES, "rpy_fastgil = _rpygil_get_my_ident()", SLOW));
  }

  @Override
  public InterpreterLock lock(SimulatedMachine machine, String name) {
    return new PyPyLock(machine, name, this);
  }
}
