package interlock.gil.published;

import static interlock.gil.published.PublishedFigure.nanos;
import static interlock.gil.workload.Actions.compute;
import static interlock.gil.workload.Actions.lock;
import static interlock.gil.workload.Actions.repeat;
import static interlock.gil.workload.Actions.thread;
import static interlock.gil.workload.Actions.unlock;

import interlock.gil.SimulatedGil;
import interlock.gil.policy.Ticks;
import interlock.gil.published.PublishedFigure.Use;
import interlock.gil.workload.Action;
import interlock.gil.workload.Actions;
import interlock.gil.workload.Workload;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Talk 3's π: a lock around {@code inside += 1}, on the lock of CPython 2. */
final class PiWithALock {
  private static final double ALONE_SECONDS = 15.45;
  private static final double BOTH_SECONDS = 55.38;
  private static final int ROUNDS = 3000;

  /** 15.45 s for 12 million samples of 18.9 ticks on average: 68 ns a tick, of 3 instructions. */
  private static final double TICK_NANOS = 68.3;

  private PiWithALock() {}

  static List<PublishedFigure> figures() {
    return List.of(
        figure("2 threads, 2 cores", Use.PREDICTED, OldMac.CALL_NANOS),
        figure("2 threads, a call of 6 µs", Use.FITTED, OldMac.CALL_OF_THE_TALK_NANOS));
  }

  private static PublishedFigure figure(String what, Use use, long callNanos) {
    return new PublishedFigure(
        "π with a lock on " + what,
        BOTH_SECONDS / ALONE_SECONDS,
        "times as long as on one thread (%.2f s, %.2f s)".formatted(ALONE_SECONDS, BOTH_SECONDS),
        use,
        "talk 3, Python for Scientific and High Performance Computing, SC10 (2010)",
        "12 million samples in all; simulated: %,d".formatted(14 * ROUNDS),
        "Mac OS X, Python 2.6, Core 2 at 2.53 GHz; simulated: 2.7's lock on 2 cores",
        Stream.concat(
                OldMac.ASSUMPTIONS.stream(),
                Stream.of(
                    "cited: acquire gives the interpreter lock up even if its lock is free",
                    "assumed: 11 of 14 samples lie inside; 11 ticks outside, 21 inside"))
            .toList(),
        () -> run(2, callNanos) / run(1, callNanos));
  }

  private static double run(int threads, long callNanos) {
    long picos = Math.round(TICK_NANOS * 1000 / 3);
    SimulatedGil gil = SimulatedGil.of(Ticks.v27()).on(OldMac.cores(2, picos, callNanos));
    Action inside = repeat(11, ticks(14), lock("lock"), ticks(6), unlock("lock"), ticks(1));
    Action samples = repeat(ROUNDS / threads, inside, repeat(3, ticks(11)));
    return nanos(
        gil.measure(
            new Workload(
                "π",
                IntStream.range(0, threads).mapToObj(i -> thread("rank " + i, samples)).toList())));
  }

  private static Action ticks(int number) {
    return compute(Actions.nanos(number * TICK_NANOS));
  }
}
