package interlock.gil.real;

import interlock.gil.SimulatedGil;
import interlock.gil.machine.MachineModel;
import interlock.gil.policy.TimedDrop;
import interlock.gil.timeline.Distribution;
import interlock.gil.workload.Workload;
import interlock.measure.Measurement;
import interlock.measure.cpython.CPython;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One thing that is measured on the real CPython, done on the JVM with and without a lock, and
 * simulated. {@link Experiments} has those that there are.
 *
 * @param name short and unique, such as {@code echo-1-5ms}
 * @param what one sentence: what is measured
 * @param program what runs
 * @param inputs its inputs
 * @param intervalNanos the switch interval
 */
public record Experiment(
    String name, String what, Program program, Map<String, Object> inputs, long intervalNanos) {

  private static final int SEEDS = 7;

  /** Copies the inputs. */
  public Experiment {
    inputs = Map.copyOf(inputs);
  }

  /** Returns an input that is a whole number. */
  int count(String input) {
    return ((Number) input(input)).intValue();
  }

  /** Returns an input that is in seconds, in nanoseconds. */
  long nanos(String input) {
    return Math.round(((Number) input(input)).doubleValue() * 1e9);
  }

  private Object input(String input) {
    return Objects.requireNonNull(inputs.get(input), () -> name + " has no input " + input);
  }

  /** Returns true if the JVM has a side of it. */
  public boolean runsOnJvm() {
    return !Boolean.TRUE.equals(inputs.get("processes"));
  }

  /** Returns this experiment with another number of repeats. */
  public Experiment repeats(int repeats) {
    Map<String, Object> changed = new LinkedHashMap<>(inputs);
    changed.put("repeats", repeats);
    return new Experiment(name, what, program, changed, intervalNanos);
  }

  /**
   * Measures it on a real CPython, in a process of its own.
   *
   * @throws InterruptedException if the thread is interrupted; the process is ended
   */
  public Measurement onPython(CPython python) throws InterruptedException {
    List<?> nanos = program.onPython().run(python, inputs).as(List.class);
    return new Measurement(
        "CPython " + python.version(),
        nanos.stream()
            // A beat may come a hair early where timers are coarse.
            .map(sample -> Duration.ofNanos(Math.max(0, ((Number) sample).longValue())))
            .toList());
  }

  /**
   * Measures it on the JVM whose threads share a real lock; see {@link RealGil}.
   *
   * @throws IllegalStateException if the JVM has no side of it
   */
  public Measurement onJvmWithLock(Calibration cost) throws InterruptedException {
    return onJvm(new RealGil(Duration.ofNanos(intervalNanos)), cost);
  }

  /**
   * Measures it on the JVM as it is.
   *
   * @throws IllegalStateException if the JVM has no side of it
   */
  public Measurement onJvmWithoutLock(Calibration cost) throws InterruptedException {
    return onJvm(new Unlocked(), cost);
  }

  private Measurement onJvm(Interpreter interpreter, Calibration cost) throws InterruptedException {
    if (!runsOnJvm()) {
      throw new IllegalStateException("The JVM has no side of " + name);
    }
    return new Measurement(
        interpreter.toString(), program.onJvm().run(this, interpreter, Work.measured(), cost));
  }

  /** Returns its Python program in outline, with the costs of a machine. */
  public Workload workload(Calibration cost) {
    return SimulatedPrograms.of(this, cost);
  }

  /** Simulates it on CPython 3.11 and a machine, with several seeds. */
  public Measurement simulated(Calibration cost) {
    return simulated(cost, cost.machineModel(), SEEDS);
  }

  /** Simulates it on another machine, with the seeds 1, 2 and so on. */
  public Measurement simulated(Calibration cost, MachineModel machine, int seeds) {
    Workload workload = workload(cost);
    SimulatedGil gil =
        SimulatedGil.of(TimedDrop.v311().withInterval(Duration.ofNanos(intervalNanos))).on(machine);
    // A beat is measured by how much later it comes than asked.
    long less = program == Program.HEARTBEAT ? nanos("period") : 0;
    List<Duration> samples = new ArrayList<>();
    for (int seed = 1; seed <= seeds; seed++) {
      Distribution found = gil.seed(seed).measure(workload).latency(SimulatedPrograms.SPAN);
      for (long sample : found.samples()) {
        samples.add(Duration.ofNanos(Math.max(0, sample - less)));
      }
    }
    return new Measurement("simulated", samples);
  }

  @Override
  public String toString() {
    return name + ": " + what;
  }
}
