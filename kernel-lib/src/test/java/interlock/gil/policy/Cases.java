package interlock.gil.policy;

import static interlock.gil.workload.Actions.*;

import interlock.gil.SimulatedGil;
import interlock.gil.workload.Action;
import interlock.gil.workload.ThreadPlan;
import interlock.gil.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Policies and workloads that every property is tried on. */
final class Cases {
  private Cases() {}

  /** Every policy, and some with parameters that make more happen. */
  static List<GilPolicy> policies() {
    return Stream.concat(
            GilPolicy.all().stream(),
            Stream.of(
                TimedDrop.v311().withInterval(Duration.ofNanos(50_000)),
                Ticks.v27().withCheckInterval(1000),
                PerInterpreter.v312().withInterval(Duration.ofMillis(1)),
                FreeThreaded.v314()
                    .withCollections(Duration.ofNanos(500_000), Duration.ofNanos(90_000)),
                PyPy.interpreted(),
                Jython.v27().withCollections(Duration.ofMillis(1), Duration.ofNanos(200_000))))
        .toList();
  }

  static List<Workload> workloads() {
    return List.of(
        threads("counts", 3, i -> compute(millis(4 + i))),
        Workload.of(
            "one counts, two read",
            thread("counter", compute(millis(8))),
            thread("reader", repeat(12, io(exponential(micros(300))), compute(micros(80)))),
            thread("other", repeat(9, systemCall(), compute(between(micros(1), micros(90)))))),
        threads("a lock", 4, i -> underLock(60)),
        Workload.of(
            "a queue",
            thread("producer", repeat(40, compute(micros(20)), put("q"))),
            thread("producer 2", repeat(40, compute(micros(25)), put("q"))),
            thread("consumer", repeat(80, get("q"), compute(micros(10))))),
        Workload.of(
            "an echo",
            thread("client", repeat(30, send("out"), receive("back"))).in("a client"),
            thread("server", repeat(30, receive("out"), compute(micros(9)), send("back"))),
            thread("counter", compute(millis(5)))),
        Workload.of(
            "spawns",
            thread(
                "parent",
                spawn(thread("child", compute(millis(1)), sleep(millis(1)))),
                compute(millis(2)),
                join("child"),
                allowThreads(millis(1)))),
        threads("adds", 3, i -> repeat(300, increment("n", nanos(50)), touch("o", 30))),
        threads("apart", 2, i -> compute(millis(3))).asInterpreters());
  }

  static Action underLock(int times) {
    return repeat(times, compute(micros(6)), lock("L"), compute(micros(1)), unlock("L"));
  }

  static Workload threads(String name, int number, IntFunction<Action> action) {
    List<ThreadPlan> plans =
        IntStream.range(0, number).mapToObj(i -> thread("thread " + i, action.apply(i))).toList();
    return new Workload(name, plans);
  }

  /** Returns every policy on 1, 2 and 4 cores with a seed. */
  static Stream<SimulatedGil> machines(long seed) {
    return policies().stream()
        .flatMap(
            policy -> Stream.of(1, 2, 4).map(n -> SimulatedGil.of(policy).cores(n).seed(seed)));
  }
}
