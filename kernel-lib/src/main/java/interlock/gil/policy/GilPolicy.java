package interlock.gil.policy;

import interlock.gil.machine.InterpreterLock;
import interlock.gil.machine.SimulatedMachine;
import interlock.gil.timeline.Step;
import java.util.List;

/** The interpreter lock of one version of an interpreter: its rules, their source, their limits. */
public sealed interface GilPolicy
    permits TimedDrop, Ticks, PerInterpreter, FreeThreaded, NoLock, LockPerObject, PyPy, Jython {
  /** CPython's name for the version, such as {@code "3.11"}. */
  String version();

  /** Returns the interpreter with its version, such as {@code "CPython 3.11"}. */
  String name();

  /** Where the rules stand: files, functions, version. */
  String source();

  /** In what the model differs from the real thing, a sentence each. */
  List<String> differs();

  /** The steps of the protocol, in the order in which a hand-over takes them. */
  List<ProtocolLine> protocol();

  /** Whether each interpreter of a process has a lock of its own. */
  default boolean perInterpreter() {
    return false;
  }

  /** Returns a lock of this kind, free. */
  InterpreterLock lock(SimulatedMachine machine, String name);

  /** Returns every policy with its usual parameters, old before new, contrasts last. */
  static List<GilPolicy> all() {
    return List.of(
        Ticks.v27(),
        TimedDrop.v32(),
        TimedDrop.v310(),
        TimedDrop.v311(),
        PerInterpreter.v312(),
        FreeThreaded.v313(),
        FreeThreaded.v314(),
        PyPy.compiled(),
        Jython.v27(),
        LockPerObject.twiceAsDear(),
        new NoLock());
  }

  /**
   * Returns the policy of a version, with its usual parameters.
   *
   * @throws IllegalArgumentException if there is none; the message lists all
   */
  static GilPolicy of(String version) {
    for (GilPolicy each : all()) {
      if (each.version().equalsIgnoreCase(version)) {
        return each;
      }
    }
    throw new IllegalArgumentException(
        "There is no policy '%s'; choose one of %s"
            .formatted(
                version, String.join(", ", all().stream().map(GilPolicy::version).toList())));
  }

  /**
   * A step of the protocol.
   *
   * @param kind which step
   * @param code the words of the source
   * @param place file and function
   */
  record ProtocolLine(Step.Kind kind, String code, String place) {}
}
