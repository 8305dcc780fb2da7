package interlock.gil;

import static interlock.gil.workload.Actions.micros;
import static interlock.gil.workload.Actions.millis;
import static interlock.gil.workload.Actions.seconds;
import static java.nio.charset.StandardCharsets.UTF_8;

import interlock.gil.policy.FreeThreaded;
import interlock.gil.policy.Ticks;
import interlock.gil.policy.TimedDrop;
import interlock.gil.workload.Workload;
import interlock.gil.workload.Workloads;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * {@code ./interlock bench gil-engine}: how fast runs are simulated.
 *
 * <p>Every figure is the median of some rounds in a warm virtual machine, with the fastest and the
 * slowest. An event is one entry taken off the event queue. Arguments: the number of rounds; a
 * folder for {@code table.txt} and {@code figures.json}.
 */
final class EngineBench {
  private static final int WARM_ROUNDS = 5;
  private static final int THREADS = 1000;
  private static final List<Integer> THREAD_COUNTS = List.of(1, 2, 3, 4, 5, 6, 7, 8);

  /**
   * A figure of the benchmark.
   *
   * @param name what was measured
   * @param unit of the values
   * @param values one of each round, in ascending order
   */
  private record Result(String name, String unit, List<Double> values) {
    String line() {
      return String.format(
          Locale.ROOT,
          "%-58s %8.2f (%.2f–%.2f) %s",
          name,
          values.get(values.size() / 2),
          values.getFirst(),
          values.getLast(),
          unit);
    }

    String json() {
      return "{\"name\": \"%s\", \"unit\": \"%s\", \"values\": %s}".formatted(name, unit, values);
    }
  }

  private final int rounds;
  private final PrintStream out;
  private final List<Result> results = new ArrayList<>();

  private EngineBench(int rounds, PrintStream out) {
    this.rounds = rounds;
    this.out = out;
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[1]);
    Path table = folder.resolve("table.txt");
    try (PrintStream out = new PrintStream(Files.newOutputStream(table), true, UTF_8)) {
      EngineBench bench = new EngineBench(Integer.parseInt(arguments[0]), out);
      double before = load();
      bench.run();
      double after = load();
      out.printf(Locale.ROOT, "load %.2f at the start, %.2f at the end%n", before, after);
      Files.writeString(folder.resolve("figures.json"), bench.json(before, after));
    }
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private void run() {
    SimulatedGil usual = SimulatedGil.of(TimedDrop.v311());
    events("4 threads count, interval 0.1 ms, 3.11", quick(4), counting(4));
    events("4 threads count, interval 0.1 ms, 3.11, 8 cores", quick(4).cores(8), counting(4));
    events("2 threads count, 2.7", SimulatedGil.of(Ticks.v27()), counting(2));
    events("8 threads read and count, 3.11", usual, reading(8));
    events("8 threads read and count, 3.14t", SimulatedGil.of(FreeThreaded.v314()), reading(8));
    events("producer and consumer, 3.11", usual, queue());
    events("π with a lock on 4 threads, 3.11", usual, Workloads.piWithLock(4, 500_000, micros(1)));
    add(
        "the same, recorded: 4 threads count, interval 0.1 ms, 3.11",
        "million events/s",
        perSecond(() -> quick(4).run(counting(4)).figures().events()));
    add("1,000 threads × 1 virtual second, all count, 3.11", "s", timed(this::manyCount));
    add("1,000 threads × 1 virtual second, all read, 3.11", "s", timed(this::manyRead));
    add("a sweep of 200 points, 1 to 8 threads, 0.5 virtual seconds each", "s", timed(this::sweep));
    add(
        "a speedup chart drawn anew: 1 to 8 threads, two policies",
        "ms",
        timedMillis(this::redraw));
  }

  private long manyCount() {
    return SimulatedGil.of(TimedDrop.v311())
        .until(seconds(1))
        .measure(Workloads.cpuBound(THREADS, seconds(1)))
        .events();
  }

  private long manyRead() {
    return SimulatedGil.of(TimedDrop.v311())
        .until(seconds(1))
        .measure(Workloads.ioBound(THREADS, 1_000_000, millis(10), micros(50)))
        .events();
  }

  /** Intervals from 0.1 to 2.5 ms by 1 to 8 threads: what a chart over two parameters needs. */
  private long sweep() {
    List<Integer> tenths = IntStream.rangeClosed(1, 25).boxed().toList();
    return events(
        Sweep.over(
            Sweep.grid(tenths, THREAD_COUNTS),
            at -> {
              Duration interval = Duration.ofNanos(at.first() * 100_000L);
              return new Sweep.Run(
                  SimulatedGil.of(TimedDrop.v311().withInterval(interval)).cores(8),
                  Workloads.shared(at.second(), millis(500)));
            }));
  }

  private long redraw() {
    return events(
        Sweep.over(
                Sweep.grid(List.of(TimedDrop.v311(), FreeThreaded.v314()), THREAD_COUNTS),
                at ->
                    new Sweep.Run(
                        SimulatedGil.of(at.first()).cores(8),
                        Workloads.ioBound(at.second(), 150, millis(1), millis(0.5))))
            .events(Sweep.EVENTS_WHILE_DRAGGED));
  }

  private static <P> long events(Sweep<P> sweep) {
    return sweep.run().stream().mapToLong(point -> point.figures().events()).sum();
  }

  private static SimulatedGil quick(int cores) {
    return SimulatedGil.of(TimedDrop.v311().withInterval(Duration.ofNanos(100_000))).cores(cores);
  }

  private static Workload counting(int threads) {
    return Workloads.cpuBound(threads, seconds(20));
  }

  private static Workload reading(int threads) {
    return Workloads.ioBound(threads, 40_000, micros(200), micros(20));
  }

  private static Workload queue() {
    return Workloads.producerConsumer(500_000, micros(10), micros(8));
  }

  private void events(String name, SimulatedGil gil, Workload workload) {
    add(name, "million events/s", perSecond(() -> gil.measure(workload).events()));
  }

  private List<Double> perSecond(LongSupplier run) {
    return rounds(() -> {
      long from = cpuNanos();
      long events = run.getAsLong();
      return events * 1e3 / (cpuNanos() - from);
    });
  }

  /** CPU time of this thread: what others do on the machine meanwhile does not count. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private List<Double> timed(LongSupplier run) {
    return rounds(() -> {
      long from = System.nanoTime();
      long events = run.getAsLong();
      return events < 0 ? Double.NaN : (System.nanoTime() - from) / 1e9;
    });
  }

  private List<Double> timedMillis(LongSupplier run) {
    return timed(run).stream().map(seconds -> 1000 * seconds).toList();
  }

  private List<Double> rounds(DoubleSupplier round) {
    for (int i = 0; i < WARM_ROUNDS; i++) {
      double _ = round.getAsDouble();
    }
    return IntStream.range(0, rounds)
        .mapToDouble(i -> round.getAsDouble())
        .sorted()
        .boxed()
        .toList();
  }

  private void add(String name, String unit, List<Double> values) {
    Result result = new Result(name, unit, values);
    results.add(result);
    out.println(result.line());
  }

  private String json(double before, double after) {
    return results.stream()
        .map(Result::json)
        .collect(
            Collectors.joining(
                ",\n", "{\"load\": [%s, %s], \"figures\": [\n".formatted(before, after), "\n]}\n"));
  }
}
