package interlock.gil.real;

import java.time.Duration;
import java.util.List;

/** The JVM's side of an experiment: the same as its Python program does, in the same numbers. */
interface JvmProgram {
  /**
   * Runs it.
   *
   * @param experiment the numbers
   * @param interpreter with or without a lock
   * @param work how long a piece of work is here
   * @param cost what a piece of work costs CPython
   * @return one duration a repeat
   * @throws InterruptedException if the thread is interrupted; no thread is left
   */
  List<Duration> run(Experiment experiment, Interpreter interpreter, Work work, Calibration cost)
      throws InterruptedException;
}
