package interlock.gil;

import interlock.gil.machine.InterpreterLock;
import interlock.gil.machine.MachineModel;
import interlock.gil.machine.SimulatedMachine;
import interlock.gil.machine.SimulatedMachine.Birth;
import interlock.gil.policy.GilPolicy;
import interlock.gil.timeline.Figures;
import interlock.gil.timeline.Recorder;
import interlock.gil.timeline.Timeline;
import interlock.gil.workload.ThreadPlan;
import interlock.gil.workload.Workload;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * An interpreter lock on a simulated machine, ready to run workloads on a virtual clock.
 *
 * <pre>{@code
 * Timeline run = SimulatedGil.of(TimedDrop.v311()).cores(2).run(Workload.of("two count",
 *     thread("A", compute(millis(50))),
 *     thread("B", compute(millis(50)))));
 * }</pre>
 *
 * <p>The same policy, machine, seed and workload give the same run everywhere. It never changes:
 * each call returns another.
 *
 * @param policy the lock's rules
 * @param machine the machine's parameters
 * @param seed of everything that goes by chance
 * @param until the virtual time at which a run is left
 * @param mostEvents the number of events after which a run is left
 */
public record SimulatedGil(
    GilPolicy policy, MachineModel machine, long seed, Duration until, long mostEvents) {
  /** The longest virtual time of a run. */
  public static final Duration LONGEST = Duration.ofDays(1);

  private static final long MOST_EVENTS = 50_000_000;
  private static final int MOST_KEPT = 2_000_000;

  public SimulatedGil {
    if (until.isNegative() || until.isZero() || until.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "A run is left after more than nothing and at most a day, not after " + until);
    }
    if (mostEvents < 1) {
      throw new IllegalArgumentException("A run has 1 event or more, not " + mostEvents);
    }
  }

  /** Returns this lock on the shipped machine, with two cores. */
  public static SimulatedGil of(GilPolicy policy) {
    return new SimulatedGil(policy, MachineModel.ofCores(2), 1, LONGEST, MOST_EVENTS);
  }

  /** Returns the same on a machine with another number of cores. */
  public SimulatedGil cores(int cores) {
    return on(machine.withCores(cores));
  }

  /** Returns the same on another machine. */
  public SimulatedGil on(MachineModel other) {
    return new SimulatedGil(policy, other, seed, until, mostEvents);
  }

  /** Returns the same with another seed. */
  public SimulatedGil seed(long other) {
    return new SimulatedGil(policy, machine, other, until, mostEvents);
  }

  /** Returns the same, but a run is left after a virtual time. */
  public SimulatedGil until(Duration time) {
    return new SimulatedGil(policy, machine, seed, time, mostEvents);
  }

  /** Returns the same, but a run is left after a number of events. */
  public SimulatedGil events(long most) {
    return new SimulatedGil(policy, machine, seed, until, most);
  }

  /**
   * Runs a workload and keeps what happens, moment by moment: the first two million stretches,
   * steps and hand-overs ({@link Timeline#recordedNanos}).
   *
   * @throws CancellationException if this thread is interrupted
   * @throws IllegalStateException if a thread does what Python refuses, such as to release a lock
   *     that nobody has
   */
  public Timeline run(Workload workload) {
    Recorder recorder = new Recorder(MOST_KEPT);
    Figures figures = run(workload, recorder, SimulatedGil::interrupted);
    return recorder.timeline(workload.name() + ", " + policy.name(), figures);
  }

  /**
   * Runs a workload for its figures; faster, and in little memory.
   *
   * @throws CancellationException if this thread is interrupted
   * @throws IllegalStateException if a thread does what Python refuses, such as to release a lock
   *     that nobody has
   */
  public Figures measure(Workload workload) {
    return measure(workload, SimulatedGil::interrupted);
  }

  Figures measure(Workload workload, BooleanSupplier cancelled) {
    return run(workload, null, cancelled);
  }

  private Figures run(Workload workload, @Nullable Recorder recorder, BooleanSupplier cancelled) {
    SimulatedMachine simulated = new SimulatedMachine(machine, seed, locks(), recorder);
    for (ThreadPlan plan : workload.threads()) {
      simulated.start(Compiler.birth(simulated, seed, plan));
    }
    return simulated.run(policy.name(), mostEvents, until.toNanos(), cancelled);
  }

  private static boolean interrupted() {
    return Thread.currentThread().isInterrupted();
  }

  private BiFunction<SimulatedMachine, Birth, InterpreterLock> locks() {
    Map<String, InterpreterLock> byOwner = new HashMap<>();
    return (simulated, birth) -> {
      String owner = birth.process();
      if (policy.perInterpreter()) {
        owner += ", interpreter " + birth.interpreter();
      }
      InterpreterLock known = byOwner.get(owner);
      if (known == null) {
        known = policy.lock(simulated, owner);
        byOwner.put(owner, known);
        simulated.register(known);
      }
      return known;
    };
  }
}
