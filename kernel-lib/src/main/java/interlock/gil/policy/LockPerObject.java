package interlock.gil.policy;

import interlock.gil.machine.InterpreterLock;
import interlock.gil.machine.SimulatedMachine;
import java.util.List;

/**
 * A lock in every object instead of one for all, taken for each change of its count.
 *
 * <p>Source: talk 2, "Why not per-object locking?": platform locks are slow, "about 2x" for one
 * thread.
 *
 * <p>Differs from CPython: {@link #differs}.
 *
 * @param costPermille what an instruction costs beside one of CPython's, in thousandths
 */
public record LockPerObject(int costPermille) implements GilPolicy {
  public LockPerObject {
    if (costPermille < 1000 || costPermille > 100_000) {
      throw new IllegalArgumentException(
          "An instruction costs 1,000 to 100,000 thousandths of the usual, not %,d"
              .formatted(costPermille));
    }
  }

  /** Twice as dear, as the talk says. */
  public static LockPerObject twiceAsDear() {
    return new LockPerObject(2000);
  }

  @Override
  public String version() {
    return "lock per object";
  }

  @Override
  public String name() {
    return "a lock for each object";
  }

  @Override
  public String source() {
    return "talk 2, Why the GIL is necessary";
  }

  @Override
  public List<String> differs() {
    return List.of(
        "There is no such CPython.",
        "All instructions are dearer alike; the talk's figure is a rough one.",
        "A lock that guards a count is waited for on the core, not in the operating system.",
        "Two objects' locks are never taken at once, so there are no deadlocks.");
  }

  @Override
  public List<ProtocolLine> protocol() {
    return List.of();
  }

  @Override
  public InterpreterLock lock(SimulatedMachine machine, String name) {
    return new OpenWorld(machine, name, costPermille, Counting.LOCKED, Pause.NEVER);
  }
}
