package interlock.gil.policy;

import interlock.gil.machine.InterpreterLock;
import interlock.gil.machine.InterpreterLock.Place;
import interlock.gil.machine.SimulatedMachine;
import interlock.gil.timeline.Step;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The lock of CPython 3.2 and later: a waiter that has waited for an interval asks the holder to
 * drop it.
 *
 * <p>Source: {@code take_gil} and {@code drop_gil} in {@code Python/ceval_gil.h}, CPython 3.11.
 *
 * <p>Differs from CPython: {@link #differs}.
 *
 * @param version the version
 * @param switchInterval how long a waiter waits before it asks; {@code sys.setswitchinterval}
 * @param checks where the interpreter looks at the request
 * @param instructionsPerCheck how many instructions lie between two check points in a loop
 */
public record TimedDrop(
    String version, Duration switchInterval, Set<Place> checks, int instructionsPerCheck)
    implements GilPolicy {
  /** The interval of every version: 5 ms. */
  public static final Duration DEFAULT_INTERVAL = Duration.ofMillis(5);

  private static final Duration LONGEST = Duration.ofDays(1);

  public TimedDrop {
    checks = Set.copyOf(checks);
    if (switchInterval.isNegative()
        || switchInterval.isZero()
        || switchInterval.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "The switch interval is longer than nothing and at most a day, not " + switchInterval);
    }
    if (instructionsPerCheck < 1) {
      throw new IllegalArgumentException(
          "From check point to check point there is 1 instruction or more, not "
              + instructionsPerCheck);
    }
  }

  /** CPython 3.2 to 3.9: the request is seen before nearly every instruction. */
  public static TimedDrop v32() {
    return new TimedDrop("3.2", DEFAULT_INTERVAL, EnumSet.allOf(Place.class), 1);
  }

  /** CPython 3.10: the request is seen after calls and at the jump back of a loop. */
  public static TimedDrop v310() {
    return new TimedDrop("3.10", DEFAULT_INTERVAL, EnumSet.of(Place.CALL, Place.LOOP), 8);
  }

  /** CPython 3.11: as 3.10, at RESUME, JUMP_BACKWARD and after calls. */
  public static TimedDrop v311() {
    return new TimedDrop("3.11", DEFAULT_INTERVAL, EnumSet.of(Place.CALL, Place.LOOP), 8);
  }

  /** Returns the same lock with another switch interval. */
  public TimedDrop withInterval(Duration interval) {
    return new TimedDrop(version, interval, checks, instructionsPerCheck);
  }

  @Override
  public String name() {
    return "CPython " + version;
  }

  @Override
  public String source() {
    return "Python/ceval_gil.h, take_gil and drop_gil, CPython " + version;
  }

  @Override
  public List<String> differs() {
    return List.of(
        "A signal goes to whom glibc 2.25 to 2.40 gives it; other systems have other orders.",
        "The mutex around the lock's fields is held for a while only if its owner wakes a thread.",
        "Signals, pending calls and asynchronous exceptions do not come.");
  }

  @Override
  public List<ProtocolLine> protocol() {
    return List.of(
        line(Step.Kind.ASKS, "take_gil(tstate)", take(213)),
        line(Step.Kind.WAITS, "COND_TIMED_WAIT(gil->cond, …, interval)", take(250)),
        line(Step.Kind.TIMES_OUT, "timed_out && switch_number unchanged", take(254)),
        line(Step.Kind.REQUESTS, "SET_GIL_DROP_REQUEST(interp)", take(273)),
        line(
            Step.Kind.CHECKS,
            "gil_drop_request",
            place("Python/ceval.c", 1207, "eval_frame_handle_pending")),
        line(Step.Kind.DROPS, "gil->locked = 0", drop(164)),
        line(Step.Kind.SIGNALS, "COND_SIGNAL(gil->cond)", drop(165)),
        line(Step.Kind.AWAITS_SWITCH, "COND_WAIT(gil->switch_cond, …)", drop(180)),
        line(Step.Kind.TAKES, "gil->locked = 1; ++gil->switch_number", take(285)),
        line(Step.Kind.CLEARS, "RESET_GIL_DROP_REQUEST(interp)", take(312)));
  }

  private static ProtocolLine line(Step.Kind kind, String code, String place) {
    return new ProtocolLine(kind, code, place);
  }

  private String take(int line) {
    return place("Python/ceval_gil.h", line, "take_gil");
  }

  private String drop(int line) {
    return place("Python/ceval_gil.h", line, "drop_gil");
  }

  /** The lines are those of 3.11.2; other versions have the same steps elsewhere. */
  private String place(String file, int line, String function) {
    return file + (version.equals("3.11") ? ":" + line : "") + ", " + function;
  }

  @Override
  public InterpreterLock lock(SimulatedMachine machine, String name) {
    return new TimedDropLock(machine, name, this);
  }
}
