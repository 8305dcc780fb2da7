package interlock.gil.real;

import interlock.measure.Measurement;
import interlock.measure.cpython.CPython;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code ./interlock bench gil}: compares the simulated lock with this machine's CPython and prints
 * a table.
 *
 * <p>Arguments: the number of rounds; a file for the figures as JSON, or {@code -}; a regular
 * expression that the experiments' names match, if not all are wanted.
 */
final class BenchMain {
  private BenchMain() {}

  public static void main(String[] arguments) throws InterruptedException, IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    CPython python = CPython.here().orElse(null);
    if (python == null) {
      out.println(CPython.missing().orElse("Skipped: no CPython."));
      return;
    }
    int rounds = Integer.parseInt(arguments[0]);
    Pattern wanted = Pattern.compile(arguments.length > 2 ? arguments[2] : ".*");
    List<Experiment> experiments =
        Experiments.all().stream()
            .filter(experiment -> wanted.matcher(experiment.name()).matches())
            .toList();
    double before = load();
    ComparisonRun run = new ComparisonRun(python, experiments, name -> {});
    for (int round = 1; round <= rounds; round++) {
      System.err.printf("round %d of %d%n", round, rounds);
      run.round();
    }
    double after = load();
    List<Comparison> comparisons = run.comparisons();
    out.println(run.calibration());
    out.printf(
        Locale.ROOT,
        "load %.2f at the start, %.2f at the end, %d rounds; %d measurements were disturbed%n",
        before,
        after,
        rounds,
        run.disturbed());
    out.println(Comparison.table(comparisons));
    if (!arguments[1].equals("-")) {
      Files.writeString(Path.of(arguments[1]), json(comparisons, before, after));
    }
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static String json(List<Comparison> comparisons, double before, double after) {
    return comparisons.stream()
        .map(BenchMain::json)
        .collect(
            Collectors.joining(
                ",\n",
                "{\"load\": [%s, %s], \"experiments\": [\n".formatted(before, after),
                "\n]}\n"));
  }

  private static String json(Comparison comparison) {
    return "{\"name\": \"%s\", \"measured\": %s, \"simulated\": %s, \"ratio\": %s, \"agrees\": %s}"
        .formatted(
            comparison.experiment().name(),
            json(comparison.python()),
            json(comparison.simulated()),
            comparison.ratio(),
            comparison.agrees());
  }

  private static String json(Measurement measurement) {
    return "[%d, %d, %d]"
        .formatted(
            measurement.low().toNanos(),
            measurement.median().toNanos(),
            measurement.high().toNanos());
  }
}
