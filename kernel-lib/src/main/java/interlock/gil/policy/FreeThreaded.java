package interlock.gil.policy;

import interlock.gil.machine.InterpreterLock;
import interlock.gil.machine.SimulatedMachine;
import interlock.gil.timeline.Step;
import java.time.Duration;
import java.util.List;

/**
 * CPython's free-threaded build: no lock, all threads run at once. Reference counts are biased, and
 * the collector stops the world (PEP 703).
 *
 * <p>Source: PEP 703; PEP 779 for the price; {@code Include/object.h}, {@code Python/pystate.c}
 * ({@code stop_the_world}), {@code Python/gc_free_threading.c}, CPython 3.13.
 *
 * <p>Differs from CPython: {@link #differs}.
 *
 * @param version the version
 * @param costPermille what an instruction costs beside one of the usual build, in thousandths
 * @param counting how references are counted
 * @param collectEvery how much all threads compute from one collection to the next; zero for none
 * @param collection how long a collection keeps the world stopped
 */
public record FreeThreaded(
    String version, int costPermille, Counting counting, Duration collectEvery, Duration collection)
    implements GilPolicy {
  private static final String STOP = "Python/pystate.c:2243, stop_the_world";
  private static final String PENDING = "Python/ceval_gil.c:1258, _Py_HandlePending";

  public FreeThreaded {
    if (costPermille < 1000 || costPermille > 100_000) {
      throw new IllegalArgumentException(
          "An instruction costs 1,000 to 100,000 thousandths of the usual, not %,d"
              .formatted(costPermille));
    }
    Pause.check(collectEvery, collection);
  }

  /** CPython 3.13t: 40 % dearer, for its interpreter does not specialise; no collections. */
  public static FreeThreaded v313() {
    return new FreeThreaded("3.13t", 1400, Counting.BIASED, Duration.ZERO, Duration.ZERO);
  }

  /** CPython 3.14t: 10 % dearer (PEP 779); no collections. */
  public static FreeThreaded v314() {
    return new FreeThreaded("3.14t", 1100, Counting.BIASED, Duration.ZERO, Duration.ZERO);
  }

  /** Returns the same with collections: one per so much computing, each as long as this. */
  public FreeThreaded withCollections(Duration every, Duration pause) {
    return new FreeThreaded(version, costPermille, counting, every, pause);
  }

  /** Returns the same with references counted in another way. */
  public FreeThreaded withCounting(Counting other) {
    return new FreeThreaded(version, costPermille, other, collectEvery, collection);
  }

  @Override
  public String name() {
    return "CPython " + version + ", free-threaded";
  }

  @Override
  public String source() {
    return "PEP 703, PEP 779; Include/object.h, Py_INCREF and Py_DECREF; Python/pystate.c,"
        + " stop_the_world; Python/lock.c; CPython "
        + version.replace("t", "");
  }

  @Override
  public List<String> differs() {
    return List.of(
        "Instructions are dearer all alike: %d %% here, more or less by kind there."
            .formatted((costPermille - 1000) / 10),
        "Collections come after so much computing, not after so many allocations.",
        "An object's lock is never waited for; shared counts are the only thing that contends.",
        "A count that others take to 0 is not queued for its owner to merge.",
        "No object is immortal or deferred: every touch of a shared one counts.",
        "threading.Lock neither spins nor hands itself over after 1 ms.");
  }

  @Override
  public List<ProtocolLine> protocol() {
    return List.of(
        new ProtocolLine(Step.Kind.ASKS, "stw->requested = 1", STOP),
        new ProtocolLine(
            Step.Kind.REQUESTS,
            "_Py_set_eval_breaker_bit(t, _PY_EVAL_PLEASE_STOP_BIT)",
            "Python/pystate.c:2219, park_detached_threads"),
        new ProtocolLine(Step.Kind.CHECKS, "breaker & _PY_EVAL_PLEASE_STOP_BIT", PENDING),
        new ProtocolLine(Step.Kind.WAITS, "_PyThreadState_Attach(tstate)", PENDING),
        new ProtocolLine(
            Step.Kind.SIGNALS,
            "_PyEvent_Notify(&stw->stop_event)",
            "Python/pystate.c:2186, decrement_stoptheworld_countdown"),
        new ProtocolLine(Step.Kind.TAKES, "stw->world_stopped = 1", STOP),
        new ProtocolLine(
            Step.Kind.DROPS, "stw->world_stopped = 0", "Python/pystate.c:2298, start_the_world"),
        new ProtocolLine(
            Step.Kind.CLEARS,
            "_PyParkingLot_UnparkAll(&t->state)",
            "Python/pystate.c:2298, start_the_world"));
  }

  @Override
  public InterpreterLock lock(SimulatedMachine machine, String name) {
    return new OpenWorld(
        machine, name, costPermille, counting, new Pause(collectEvery, collection));
  }
}
