package interlock.gil.policy;

import interlock.gil.machine.InterpreterLock;
import interlock.gil.machine.SimulatedMachine;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The locks of CPython 3.12: each interpreter of a process has one of its own (PEP 684). Within an
 * interpreter the protocol is that of {@link TimedDrop}.
 *
 * <p>Source: PEP 684; {@code struct _ceval_state} with its {@code gil} and {@code own_gil} in
 * {@code Include/internal/pycore_ceval_state.h}, {@code _PyEval_InitGIL} in {@code
 * Python/ceval_gil.c}, CPython 3.12.
 *
 * <p>Differs from CPython: {@link #differs}.
 *
 * @param switchInterval how long a waiter waits before it asks; each lock has its own
 */
public record PerInterpreter(Duration switchInterval) implements GilPolicy {
  public PerInterpreter {
    TimedDrop.v311().withInterval(switchInterval);
  }

  /** CPython 3.12 with the interval of every version. */
  public static PerInterpreter v312() {
    return new PerInterpreter(TimedDrop.DEFAULT_INTERVAL);
  }

  /** Returns the same locks with another switch interval. */
  public PerInterpreter withInterval(Duration interval) {
    return new PerInterpreter(interval);
  }

  @Override
  public String version() {
    return "3.12";
  }

  @Override
  public String name() {
    return "CPython 3.12, a lock for each interpreter";
  }

  @Override
  public String source() {
    return "PEP 684; Python/ceval_gil.c, take_gil, drop_gil and _PyEval_InitGIL, CPython 3.12";
  }

  @Override
  public List<String> differs() {
    return Stream.concat(
            one().differs().stream(),
            Stream.of(
                "Interpreters share nothing: no allocator, no object, no sys.path to contend for.",
                "Starting an interpreter costs what starting a thread costs."))
        .toList();
  }

  @Override
  public List<ProtocolLine> protocol() {
    return one().protocol().stream()
        .map(it -> new ProtocolLine(it.kind(), it.code(), place(it.place())))
        .toList();
  }

  @Override
  public boolean perInterpreter() {
    return true;
  }

  @Override
  public InterpreterLock lock(SimulatedMachine machine, String name) {
    return one().lock(machine, name);
  }

  /** The same steps in the file of 3.12, whose lines were not looked up. */
  private static String place(String place) {
    return place.replace("_gil.h", "_gil.c").replaceFirst(":\\d+", "");
  }

  private TimedDrop one() {
    return TimedDrop.v311().withInterval(switchInterval);
  }
}
