package interlock.gil.machine;

/**
 * The parameters of a simulated machine. Times are nanoseconds. {@link #with} changes some of them.
 *
 * <p>Each default was measured on one machine; {@code Calibration} measures them on another.
 *
 * @param cores how many hardware threads run at once, 1 to 1024
 * @param siblings how many of them share one core, 1 or 2
 * @param siblingPermille how fast one runs while its sibling does, in thousandths of its own speed
 * @param timeSliceNanos from tick to tick of the scheduler's clock: at a tick whoever waits for a
 *     core gets it
 * @param wakeUpNanos from the call that wakes a thread until it runs on a core that was busy until
 *     then
 * @param deepWakeUpNanos the same on a core that has been idle for {@code deepIdleNanos} or longer;
 *     in between it grows evenly
 * @param deepIdleNanos the time after which an idle core sleeps as deeply as it ever does
 * @param contextSwitchNanos from one thread to the next on a core
 * @param boost whether a woken thread that is owed time takes its last core from a thread that has
 *     run longer, as Linux does; else it waits for the tick
 * @param packs whether a woken thread goes to the core that it was on, and one that is woken by a
 *     message to the sender's, though these are busy and another is idle: some virtual machines'
 *     kernels do so
 * @param systemCallNanos a short system call
 * @param coldCallNanos how much longer a thread's first message takes after its core has been idle
 *     for {@code deepIdleNanos} or longer: its caches are cold; in between it grows evenly
 * @param wakeCallNanos what waking a thread costs the waker
 * @param idleWakeCallNanos the same if a core has to be woken for it
 * @param lockNanos an operation on a lock that nobody else wants
 * @param timerSlackNanos how much later than asked a timer fires
 * @param instructionPicos a bytecode instruction of CPython 3.11 on average, in picoseconds
 * @param spawnNanos what starting a thread costs the starter
 * @param queueNanos a {@code put} or {@code get} of {@code queue.Queue} that need not wait
 * @param lineNanos a cache line going from one core to another
 * @param jitterPermille how far wake-ups and context switches scatter, in thousandths: evenly below
 *     and above
 */
public record MachineModel(
    int cores,
    int siblings,
    int siblingPermille,
    long timeSliceNanos,
    long wakeUpNanos,
    long deepWakeUpNanos,
    long deepIdleNanos,
    long contextSwitchNanos,
    boolean boost,
    boolean packs,
    long systemCallNanos,
    long coldCallNanos,
    long wakeCallNanos,
    long idleWakeCallNanos,
    long lockNanos,
    long timerSlackNanos,
    long instructionPicos,
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
    within("deepWakeUpNanos", deepWakeUpNanos, wakeUpNanos, MOST_NANOS);
    within("deepIdleNanos", deepIdleNanos, 1, MOST_NANOS);
    within("contextSwitchNanos", contextSwitchNanos, 0, MOST_NANOS);
    within("systemCallNanos", systemCallNanos, 0, MOST_NANOS);
    within("coldCallNanos", coldCallNanos, 0, MOST_NANOS);
    within("wakeCallNanos", wakeCallNanos, 0, MOST_NANOS);
    within("idleWakeCallNanos", idleWakeCallNanos, 0, MOST_NANOS);
    within("lockNanos", lockNanos, 0, MOST_NANOS);
    within("timerSlackNanos", timerSlackNanos, 0, MOST_NANOS);
    within("instructionPicos", instructionPicos, 1, MOST_NANOS);
    within("spawnNanos", spawnNanos, 0, MOST_NANOS);
    within("queueNanos", queueNanos, 0, MOST_NANOS);
    within("lineNanos", lineNanos, 0, MOST_NANOS);
    within("jitterPermille", jitterPermille, 0, 1000);
  }

  /**
   * Returns the shipped parameters with a number of cores. Measured on a virtual machine with two
   * cores of an AMD EPYC (Zen 4), Linux 6.18, CPython 3.11.7, on 2026-11-21; but that machine packs
   * threads on few cores, and this one spreads them, as most do.
   */
  public static MachineModel ofCores(int cores) {
    return new Draft().cores(cores).model();
  }

  /** Returns a draft of a machine that begins as this one, to change parameters of. */
  public Draft with() {
    return new Draft(this);
  }

  /** Returns the same machine with another number of cores. */
  public MachineModel withCores(int number) {
    return with().cores(number).model();
  }

  /** Returns how long instructions take, in nanoseconds: at least 1, at most 11 days. */
  public long instructionsNanos(long instructions) {
    long most = 1_000_000_000_000_000L;
    return instructions > most / instructionPicos
        ? most
        : Math.max(1, instructions * instructionPicos / 1000);
  }

  private static void within(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "The machine's %s lies between %,d and %,d, not at %,d"
              .formatted(name, least, most, value));
    }
  }

  /** Parameters that can be set one by one; {@link #model} checks them. For one thread. */
  public static final class Draft {
    private int cores = 2;
    private int siblings = 1;
    private int siblingPermille = 1000;
    private long timeSliceNanos = 4_000_000;
    private long wakeUpNanos = 22_000;
    private long deepWakeUpNanos = 115_000;
    private long deepIdleNanos = 10_000_000;
    private long contextSwitchNanos = 1_500;
    private boolean boost = true;
    private boolean packs = false;
    private long systemCallNanos = 500;
    private long coldCallNanos = 36_000;
    private long wakeCallNanos = 2_000;
    private long idleWakeCallNanos = 7_000;
    private long lockNanos = 25;
    private long timerSlackNanos = 50_000;
    private long instructionPicos = 2_300;
    private long spawnNanos = 70_000;
    private long queueNanos = 750;
    private long lineNanos = 60;
    private int jitterPermille = 200;

    private Draft() {}

    private Draft(MachineModel from) {
      this.cores = from.cores;
      this.siblings = from.siblings;
      this.siblingPermille = from.siblingPermille;
      this.timeSliceNanos = from.timeSliceNanos;
      this.wakeUpNanos = from.wakeUpNanos;
      this.deepWakeUpNanos = from.deepWakeUpNanos;
      this.deepIdleNanos = from.deepIdleNanos;
      this.contextSwitchNanos = from.contextSwitchNanos;
      this.boost = from.boost;
      this.packs = from.packs;
      this.systemCallNanos = from.systemCallNanos;
      this.coldCallNanos = from.coldCallNanos;
      this.wakeCallNanos = from.wakeCallNanos;
      this.idleWakeCallNanos = from.idleWakeCallNanos;
      this.lockNanos = from.lockNanos;
      this.timerSlackNanos = from.timerSlackNanos;
      this.instructionPicos = from.instructionPicos;
      this.spawnNanos = from.spawnNanos;
      this.queueNanos = from.queueNanos;
      this.lineNanos = from.lineNanos;
      this.jitterPermille = from.jitterPermille;
    }

    /** Sets {@link MachineModel#cores}. */
    public Draft cores(int value) {
      cores = value;
      return this;
    }

    /** Sets {@link MachineModel#siblings}. */
    public Draft siblings(int value) {
      siblings = value;
      return this;
    }

    /** Sets {@link MachineModel#siblingPermille}. */
    public Draft siblingPermille(int value) {
      siblingPermille = value;
      return this;
    }

    /** Sets {@link MachineModel#timeSliceNanos}. */
    public Draft timeSliceNanos(long value) {
      timeSliceNanos = value;
      return this;
    }

    /** Sets {@link MachineModel#wakeUpNanos}. */
    public Draft wakeUpNanos(long value) {
      wakeUpNanos = value;
      return this;
    }

    /** Sets {@link MachineModel#deepWakeUpNanos}. */
    public Draft deepWakeUpNanos(long value) {
      deepWakeUpNanos = value;
      return this;
    }

    /** Sets {@link MachineModel#deepIdleNanos}. */
    public Draft deepIdleNanos(long value) {
      deepIdleNanos = value;
      return this;
    }

    /** Sets {@link MachineModel#contextSwitchNanos}. */
    public Draft contextSwitchNanos(long value) {
      contextSwitchNanos = value;
      return this;
    }

    /** Sets {@link MachineModel#boost}. */
    public Draft boost(boolean value) {
      boost = value;
      return this;
    }

    /** Sets {@link MachineModel#packs}. */
    public Draft packs(boolean value) {
      packs = value;
      return this;
    }

    /** Sets {@link MachineModel#systemCallNanos}. */
    public Draft systemCallNanos(long value) {
      systemCallNanos = value;
      return this;
    }

    /** Sets {@link MachineModel#coldCallNanos}. */
    public Draft coldCallNanos(long value) {
      coldCallNanos = value;
      return this;
    }

    /** Sets {@link MachineModel#wakeCallNanos}. */
    public Draft wakeCallNanos(long value) {
      wakeCallNanos = value;
      return this;
    }

    /** Sets {@link MachineModel#idleWakeCallNanos}. */
    public Draft idleWakeCallNanos(long value) {
      idleWakeCallNanos = value;
      return this;
    }

    /** Sets {@link MachineModel#lockNanos}. */
    public Draft lockNanos(long value) {
      lockNanos = value;
      return this;
    }

    /** Sets {@link MachineModel#timerSlackNanos}. */
    public Draft timerSlackNanos(long value) {
      timerSlackNanos = value;
      return this;
    }

    /** Sets {@link MachineModel#instructionPicos}. */
    public Draft instructionPicos(long value) {
      instructionPicos = value;
      return this;
    }

    /** Sets {@link MachineModel#spawnNanos}. */
    public Draft spawnNanos(long value) {
      spawnNanos = value;
      return this;
    }

    /** Sets {@link MachineModel#queueNanos}. */
    public Draft queueNanos(long value) {
      queueNanos = value;
      return this;
    }

    /** Sets {@link MachineModel#lineNanos}. */
    public Draft lineNanos(long value) {
      lineNanos = value;
      return this;
    }

    /** Sets {@link MachineModel#jitterPermille}. */
    public Draft jitterPermille(int value) {
      jitterPermille = value;
      return this;
    }

    /**
     * Returns the machine.
     *
     * @throws IllegalArgumentException if a parameter is out of its range
     */
    public MachineModel model() {
      return new MachineModel(
          cores,
          siblings,
          siblingPermille,
          timeSliceNanos,
          wakeUpNanos,
          deepWakeUpNanos,
          deepIdleNanos,
          contextSwitchNanos,
          boost,
          packs,
          systemCallNanos,
          coldCallNanos,
          wakeCallNanos,
          idleWakeCallNanos,
          lockNanos,
          timerSlackNanos,
          instructionPicos,
          spawnNanos,
          queueNanos,
          lineNanos,
          jitterPermille);
    }
  }
}
