package interlock.gil.real;

import interlock.measure.Measurement;
import interlock.measure.cpython.CPython;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code ./interlock bench gil}: compares the simulated lock with this machine's CPython. It runs
 * in a process of its own and prints nothing: what it finds it leaves in a folder, {@code
 * table.txt} for people and {@code figures.json}.
 *
 * <p>Arguments: the number of rounds; the folder; a regular expression that the experiments' names
 * match, if not all are wanted.
 */
final class BenchMain {
  private BenchMain() {}

  public static void main(String[] arguments) throws InterruptedException, IOException {
    Path folder = Path.of(arguments[1]);
    CPython python = CPython.here().orElse(null);
    if (python == null) {
      Files.writeString(folder.resolve("table.txt"), CPython.missing().orElse("") + "\n");
      return;
    }
    Pattern wanted = Pattern.compile(arguments.length > 2 ? arguments[2] : ".*");
    List<Experiment> experiments =
        Experiments.all().stream()
            .filter(experiment -> wanted.matcher(experiment.name()).matches())
            .toList();
    int rounds = Integer.parseInt(arguments[0]);
    double before = load();
    ComparisonRun run = new ComparisonRun(python, experiments, name -> {});
    for (int round = 1; round <= rounds; round++) {
      run.round();
    }
    double after = load();
    List<Comparison> comparisons = run.comparisons();
    String load =
        String.format(
            Locale.ROOT,
            "load %.2f at the start, %.2f at the end, %d rounds; %d measurements were disturbed",
            before,
            after,
            rounds,
            run.disturbed());
    Files.writeString(
        folder.resolve("table.txt"),
        String.join("\n", run.calibration().toString(), load, Comparison.table(comparisons), ""));
    Files.writeString(folder.resolve("figures.json"), json(comparisons, before, after));
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
