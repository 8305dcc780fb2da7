package interlock.gil.published;

import static interlock.gil.published.PublishedFigure.nanos;
import static interlock.gil.workload.Actions.compute;
import static interlock.gil.workload.Actions.forever;
import static interlock.gil.workload.Actions.micros;
import static interlock.gil.workload.Actions.millis;
import static interlock.gil.workload.Actions.receive;
import static interlock.gil.workload.Actions.repeat;
import static interlock.gil.workload.Actions.seconds;
import static interlock.gil.workload.Actions.send;
import static interlock.gil.workload.Actions.thread;

import interlock.gil.SimulatedGil;
import interlock.gil.machine.MachineModel;
import interlock.gil.policy.TimedDrop;
import interlock.gil.published.PublishedFigure.Use;
import interlock.gil.workload.ThreadPlan;
import interlock.gil.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Skvortsov's echo server beside threads that count, on the lock of CPython 3.9. */
final class Convoy {
  private static final String SOURCE =
      "Victor Skvortsov, Python behind the scenes #13, 2021; code: r4victor/pbts13_gil";
  private static final String MACHINE =
      "a machine with two physical cores, CPython 3.9; simulated: 3.2's lock on 2 cores";
  private static final double REQUEST_MICROS = 3.2;

  private static final MachineModel TWO_CORES =
      MachineModel.ofCores(2)
          .with()
          .packs(false)
          .systemCallNanos(8_000)
          .wakeUpNanos(5_000)
          .deepWakeUpNanos(5_000)
          .wakeCallNanos(1_500)
          .idleWakeCallNanos(1_500)
          .timerSlackNanos(5_000)
          .instructionPicos(7_000)
          .model();

  private static final List<String> ASSUMPTIONS =
      List.of(
          "fitted: 3.2 µs of Python per request on either side; fitted to 30,000 requests a second",
          "assumed: a send or receive over loopback takes 8 µs, longer than the 5 µs in which a"
              + " woken thread runs: so each of them loses the lock to a thread that counts",
          "assumed: waking a thread costs 1.5 µs, a timer is 5 µs late");

  private Convoy() {}

  static List<PublishedFigure> figures() {
    List<PublishedFigure> all = new ArrayList<>();
    all.add(requests(0, 5_000, 30_000, Use.FITTED));
    all.add(requests(1, 5_000, 100, Use.PREDICTED));
    all.add(requests(2, 5_000, 50, Use.PREDICTED));
    all.add(requests(4, 5_000, 30, Use.PREDICTED));
    all.add(requests(1, 1_000, 500, Use.PREDICTED));
    all.add(requests(1, 100, 3_200, Use.PREDICTED));
    all.add(requests(1, 10, 11_000, Use.PREDICTED));
    all.add(requests(2, 10, 5_500, Use.PREDICTED));
    all.add(requests(4, 10, 2_800, Use.PREDICTED));
    all.add(countDown(2, 100, 9.20 / 6.77));
    all.add(countDown(2, 10, 12.29 / 6.68));
    all.add(countDown(4, 10, 19.15 / 6.68));
    return all;
  }

  private static PublishedFigure requests(
      int counters, int intervalMicros, double published, Use use) {
    return new PublishedFigure(
        "requests beside %d counting threads, interval %,d µs".formatted(counters, intervalMicros),
        published,
        "requests a second",
        use,
        SOURCE,
        "an echo server and its client, another process, beside %d threads".formatted(counters),
        MACHINE,
        ASSUMPTIONS,
        () -> perSecond(counters, intervalMicros));
  }

  private static double perSecond(int counters, int intervalMicros) {
    int requests = intervalMicros >= 1000 ? 100 : 1000;
    List<ThreadPlan> threads = new ArrayList<>();
    threads.add(
        thread("client", repeat(requests, send("q"), receive("a"), compute(micros(REQUEST_MICROS))))
            .in("client"));
    threads.add(
        thread("server", forever(receive("q"), compute(micros(REQUEST_MICROS)), send("a")))
            .asDaemon());
    for (int i = 0; i < counters; i++) {
      threads.add(thread("counter " + i, forever(compute(seconds(1)))).asDaemon());
    }
    return requests / (nanos(gil(intervalMicros).measure(new Workload("echo", threads))) / 1e9);
  }

  private static PublishedFigure countDown(int threads, int intervalMicros, double published) {
    return new PublishedFigure(
        "count-down on %d threads, interval %d µs".formatted(threads, intervalMicros),
        published,
        "times as long as on one thread",
        Use.PREDICTED,
        SOURCE,
        "100 million rounds in all; simulated: 100 ms of computing",
        MACHINE,
        ASSUMPTIONS,
        () -> count(threads, intervalMicros) / count(1, intervalMicros));
  }

  private static double count(int threads, int intervalMicros) {
    return nanos(
        gil(intervalMicros)
            .measure(
                new Workload(
                    "count-down",
                    IntStream.range(0, threads)
                        .mapToObj(i -> thread("counter " + i, compute(millis(100.0 / threads))))
                        .toList())));
  }

  private static SimulatedGil gil(int intervalMicros) {
    Duration interval = Duration.ofNanos(1000L * intervalMicros);
    return SimulatedGil.of(TimedDrop.v32().withInterval(interval)).on(TWO_CORES);
  }
}
