package interlock.gil.published;

import static interlock.gil.published.PublishedFigure.nanos;
import static interlock.gil.workload.Actions.compute;
import static interlock.gil.workload.Actions.millis;
import static interlock.gil.workload.Actions.thread;

import interlock.gil.SimulatedGil;
import interlock.gil.policy.Ticks;
import interlock.gil.published.PublishedFigure.Use;
import interlock.gil.workload.Workload;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Beazley's count-down of 2010, on the lock of CPython 2. */
final class CountDown {
  private static final double ALONE_SECONDS = 7.8;
  private static final double MILLIS = 1600;

  /** 7.8 s for 200 million rounds of 8 instructions, of which 2 tick. */
  private static final long INSTRUCTION_PICOS = 4_875;

  private static final Ticks TICKS = new Ticks(100, 4);

  private CountDown() {}

  static List<PublishedFigure> figures() {
    return List.of(
        figure("2 threads, 4 cores", 15.4, Use.FITTED, 2, 4, OldMac.CALL_NANOS),
        figure("4 threads, 4 cores", 15.7, Use.PREDICTED, 4, 4, OldMac.CALL_NANOS),
        figure("2 threads, one CPU", 11.3, Use.PREDICTED, 2, 1, OldMac.CALL_NANOS),
        figure(
            "2 threads, 4 cores, a call of 6 µs",
            15.4,
            Use.PREDICTED,
            2,
            4,
            OldMac.CALL_OF_THE_TALK_NANOS));
  }

  private static PublishedFigure figure(
      String what, double seconds, Use use, int threads, int cores, long callNanos) {
    return new PublishedFigure(
        "count-down on " + what,
        seconds / ALONE_SECONDS,
        "times as long as in sequence (%.1f s, %.1f s)".formatted(ALONE_SECONDS, seconds),
        use,
        "David Beazley, Understanding the Python GIL, 2010",
        "200 million rounds of 'n -= 1' in all; simulated: %.0f ms of computing".formatted(MILLIS),
        "a Mac with several cores, Mac OS X, Python 2.6; simulated: 2.7's lock",
        Stream.concat(
                OldMac.ASSUMPTIONS.stream(),
                Stream.of("assumed: four cores; two of eight instructions tick, without gotos"))
            .toList(),
        () -> run(threads, cores, callNanos) / run(1, cores, callNanos));
  }

  private static double run(int threads, int cores, long callNanos) {
    SimulatedGil gil = SimulatedGil.of(TICKS).on(OldMac.cores(cores, INSTRUCTION_PICOS, callNanos));
    return nanos(
        gil.measure(
            new Workload(
                "count-down",
                IntStream.range(0, threads)
                    .mapToObj(i -> thread("counter " + i, compute(millis(MILLIS / threads))))
                    .toList())));
  }
}
