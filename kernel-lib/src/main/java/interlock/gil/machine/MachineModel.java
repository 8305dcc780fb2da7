package interlock.gil.machine;

import java.time.Duration;

/**
 * The parameters of a simulated machine. Times are nanoseconds; a {@code with…} call returns a
 * changed copy.
 *
 * <p>Each default was measured on one machine; {@code Calibration} measures them on another.
 *
 * @param cores how many hardware threads run at once, 1 to 1024
 * @param siblings how many of them share one core, 1 or 2
 * @param siblingPermille how fast one runs while its sibling does, in thousandths of its own speed
 * @param timeSliceNanos how long a thread keeps a core that another waits for
 * @param wakeUpNanos from the call that wakes a thread until it runs on an idle core
 * @param contextSwitchNanos from one thread to the next on a core
 * @param boost whether a thread that has slept takes the core of one that has not, as Linux does
 * @param systemCallNanos a short system call
 * @param wakeCallNanos what waking another thread costs the waker
 * @param lockNanos an operation on a lock that nobody else wants
 * @param timerSlackNanos how much later than asked a timer fires
 * @param instructionNanos a bytecode instruction of CPython 3.11, on average
 * @param spawnNanos what starting a thread costs the starter
 * @param queueNanos a {@code put} or {@code get} of {@code queue.Queue} that need not wait
 * @param lineNanos a cache line going from one core to another
 * @param jitterPermille how far wake-ups scatter, in thousandths: evenly below and above
 */
public record MachineModel(
    int cores,
    int siblings,
    int siblingPermille,
    long timeSliceNanos,
    long wakeUpNanos,
    long contextSwitchNanos,
    boolean boost,
    long systemCallNanos,
    long wakeCallNanos,
    long lockNanos,
    long timerSlackNanos,
    long instructionNanos,
    long spawnNanos,
    long queueNanos,
    long lineNanos,
    int jitterPermille) {
  private static final int MOST_CORES = 1024;
  private static final long MOST_NANOS = 10_000_000_000L;

  /**
   * Checks every parameter.
   *
   * @throws IllegalArgumentException if one is out of its range; the message names it
   */
  public MachineModel {
    within("cores", cores, 1, MOST_CORES);
    within("siblings", siblings, 1, 2);
    within("siblingPermille", siblingPermille, 100, 1000);
    within("timeSliceNanos", timeSliceNanos, 1_000, MOST_NANOS);
    within("wakeUpNanos", wakeUpNanos, 0, MOST_NANOS);
    within("contextSwitchNanos", contextSwitchNanos, 0, MOST_NANOS);
    within("systemCallNanos", systemCallNanos, 0, MOST_NANOS);
    within("wakeCallNanos", wakeCallNanos, 0, MOST_NANOS);
    within("lockNanos", lockNanos, 0, MOST_NANOS);
    within("timerSlackNanos", timerSlackNanos, 0, MOST_NANOS);
    within("instructionNanos", instructionNanos, 1, MOST_NANOS);
    within("spawnNanos", spawnNanos, 0, MOST_NANOS);
    within("queueNanos", queueNanos, 0, MOST_NANOS);
    within("lineNanos", lineNanos, 0, MOST_NANOS);
    within("jitterPermille", jitterPermille, 0, 1000);
  }

  /** Returns the shipped parameters with a number of cores. */
  public static MachineModel ofCores(int cores) {
    return new MachineModel(
        cores, 1, 1000, 3_000_000, 20_000, 2_000, true, 700, 2_000, 30, 55_000, 15, 60_000, 1_000,
        60, 200);
  }

  /** Returns the same machine with another number of cores. */
  public MachineModel withCores(int number) {
    return new MachineModel(
        number,
        siblings,
        siblingPermille,
        timeSliceNanos,
        wakeUpNanos,
        contextSwitchNanos,
        boost,
        systemCallNanos,
        wakeCallNanos,
        lockNanos,
        timerSlackNanos,
        instructionNanos,
        spawnNanos,
        queueNanos,
        lineNanos,
        jitterPermille);
  }

  /** Returns the same machine with another wake-up latency. */
  public MachineModel withWakeUp(Duration latency) {
    return new MachineModel(
        cores,
        siblings,
        siblingPermille,
        timeSliceNanos,
        latency.toNanos(),
        contextSwitchNanos,
        boost,
        systemCallNanos,
        wakeCallNanos,
        lockNanos,
        timerSlackNanos,
        instructionNanos,
        spawnNanos,
        queueNanos,
        lineNanos,
        jitterPermille);
  }

  private static void within(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "The machine's %s lies between %,d and %,d, not at %,d"
              .formatted(name, least, most, value));
    }
  }
}
