package interlock.gil.policy;

import interlock.gil.machine.InterpreterLock;
import interlock.gil.machine.SimulatedMachine;
import java.util.List;

/**
 * No lock and nothing in its place: what CPython's counts would come to. No interpreter is like
 * that; it is here to be seen going wrong.
 *
 * <p>Source: talk 2, "Why the GIL is necessary". CPython 1.4's patch without a lock (1996) and the
 * Gilectomy (2016) had to count in another way.
 *
 * <p>Differs from CPython: {@link #differs}.
 */
public record NoLock() implements GilPolicy {
  @Override
  public String version() {
    return "none";
  }

  @Override
  public String name() {
    return "no interpreter lock";
  }

  @Override
  public String source() {
    return "talk 2, Why the GIL is necessary";
  }

  @Override
  public List<String> differs() {
    return List.of(
        "There is no such CPython: it would crash as soon as a count is wrong.",
        "Of two changes to a count that meet, one is lost: every second, by chance.",
        "What a program itself reads and writes is interleaved on the virtual clock.");
  }

  @Override
  public List<ProtocolLine> protocol() {
    return List.of();
  }

  @Override
  public InterpreterLock lock(SimulatedMachine machine, String name) {
    return new OpenWorld(machine, name, 1000, Counting.PLAIN, Pause.NEVER);
  }
}
