package interlock.gil.policy;

import interlock.gil.machine.InterpreterLock;
import interlock.gil.machine.SimulatedMachine;
import interlock.gil.timeline.Step;
import java.time.Duration;
import java.util.List;

/**
 * Jython: Python on the JVM. No interpreter lock and no reference counts; a list is a monitor, a
 * dict a {@code ConcurrentHashMap}.
 *
 * <p>Source: Jython 2.7.4, {@code PyList.java} (64 synchronized methods), {@code PyDictionary.java}
 * ({@code ConcurrentHashMap}), {@code PySystemState.java} ({@code setcheckinterval} does nothing).
 *
 * <p>Differs from Jython: {@link #differs}.
 *
 * @param collectEvery how much all threads compute from one safepoint to the next; zero for none
 * @param safepoint how long it keeps all threads stopped
 */
public record Jython(Duration collectEvery, Duration safepoint) implements GilPolicy {
  private static final String SAFEPOINT = "HotSpot, SafepointSynchronize";

  public Jython {
    Pause.check(collectEvery, safepoint);
  }

  /** Jython on a JVM that never has to stop its threads. */
  public static Jython v27() {
    return new Jython(Duration.ZERO, Duration.ZERO);
  }

  /** Returns the same with collections that stop all threads. */
  public Jython withCollections(Duration every, Duration pause) {
    return new Jython(every, pause);
  }

  @Override
  public String version() {
    return "Jython";
  }

  @Override
  public String name() {
    return "Jython 2.7";
  }

  @Override
  public String source() {
    return "Jython 2.7.4: src/org/python/core/PyList.java, PyDictionary.java, PySystemState.java";
  }

  @Override
  public List<String> differs() {
    return List.of(
        "Instructions take as long as those of CPython 3.11: the JVM's warm-up is not there.",
        "A list's monitor is never waited for.",
        "Collections come after so much computing; HotSpot's depend on what is allocated.");
  }

  @Override
  public List<ProtocolLine> protocol() {
    return List.of(
        new ProtocolLine(Step.Kind.ASKS, "a thread needs memory", SAFEPOINT),
        new ProtocolLine(Step.Kind.REQUESTS, "a safepoint is asked for", SAFEPOINT),
        new ProtocolLine(Step.Kind.CHECKS, "the poll at a loop's end or a return", SAFEPOINT),
        new ProtocolLine(Step.Kind.WAITS, "the thread blocks", SAFEPOINT),
        new ProtocolLine(Step.Kind.TAKES, "all threads are stopped", SAFEPOINT),
        new ProtocolLine(Step.Kind.SIGNALS, "the last one is stopped", SAFEPOINT),
        new ProtocolLine(Step.Kind.DROPS, "the collection is over", SAFEPOINT),
        new ProtocolLine(Step.Kind.CLEARS, "the safepoint ends", SAFEPOINT));
  }

  @Override
  public InterpreterLock lock(SimulatedMachine machine, String name) {
    return new OpenWorld(machine, name, 1000, Counting.NONE, new Pause(collectEvery, safepoint));
  }
}
