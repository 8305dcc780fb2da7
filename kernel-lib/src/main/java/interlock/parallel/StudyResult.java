package interlock.parallel;

import interlock.measure.Measurement;
import interlock.measure.WorkerSeries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a study has measured so far: one row for each engine and number of workers.
 *
 * @param task the task's name
 * @param unit what the task counts
 * @param rows the rows, in the order of the engines and then of the workers
 * @param answers the answer of each family, the same from all its engines
 * @param skipped one sentence for each engine that could not take part
 * @param runsDone how many runs are done, warm-up included
 * @param runsPlanned how many runs the whole study has
 */
public record StudyResult(
    String task,
    String unit,
    List<StudyRow> rows,
    Map<Family, Object> answers,
    List<String> skipped,
    int runsDone,
    int runsPlanned) {
  /** Copies the lists. */
  public StudyResult {
    rows = List.copyOf(rows);
    answers = Map.copyOf(answers);
    skipped = List.copyOf(skipped);
  }

  /** Returns true when every planned run is done. */
  public boolean isComplete() {
    return runsDone == runsPlanned;
  }

  /**
   * Returns the row that the speedups of a family are compared with: its first engine with the
   * fewest workers. That is the sequential engine for Java and one CPython thread for CPython.
   *
   * @throws IllegalArgumentException if the study has no row of that family
   */
  public StudyRow baseline(Family family) {
    return rows.stream()
        .filter(row -> row.family() == family)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("The study has no run of the family " + family));
  }

  /** Returns the speedup of a row over the baseline of its family, at the medians. */
  public double speedup(StudyRow row) {
    return row.perSecond() / baseline(row.family()).perSecond();
  }

  /** Returns the measurements of each engine by workers, to make speedup curves of. */
  public List<WorkerSeries> series() {
    Map<String, List<StudyRow>> byEngine =
        rows.stream()
            .collect(
                Collectors.groupingBy(StudyRow::engine, LinkedHashMap::new, Collectors.toList()));
    return byEngine.values().stream().map(this::series).toList();
  }

  private WorkerSeries series(List<StudyRow> ofEngine) {
    SortedMap<Integer, Measurement> byWorkers = new TreeMap<>();
    ofEngine.forEach(row -> byWorkers.put(row.workers(), row.measurement()));
    StudyRow first = ofEngine.getFirst();
    return new WorkerSeries(first.engine(), baseline(first.family()).measurement(), byWorkers);
  }

  @Override
  public String toString() {
    return "%s: %d of %d runs%n".formatted(task, runsDone, runsPlanned)
        + rows.stream().map(this::line).collect(Collectors.joining(System.lineSeparator()));
  }

  private String line(StudyRow row) {
    return "%-18s %3d %-7s  %6.2f×  %.3g %s/s"
        .formatted(
            row.engine(),
            row.workers(),
            row.workers() == 1 ? "worker" : "workers",
            speedup(row),
            row.perSecond(),
            unit);
  }
}
