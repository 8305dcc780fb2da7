package interlock.view;

import interlock.measure.Measurement;
import interlock.measure.WorkerSeries;
import interlock.parallel.StudyResult;
import interlock.scaling.SpeedupCurve;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/**
 * A speedup chart that grows while the work runs: measured points with their error bars, the ideal
 * line, a mark at the number of this machine's cores, and up to there Amdahl's law fitted to each
 * series.
 *
 * <p>Any thread may add measurements and take pictures. A picture shows one moment and stays.
 */
public final class SpeedupChart {
  private final String title;
  private final int cores;
  private final SequencedMap<String, TreeMap<Integer, Measurement>> measured =
      new LinkedHashMap<>();
  private final Map<String, Measurement> baselines = new LinkedHashMap<>();
  private @Nullable Measurement commonBaseline;

  private SpeedupChart(String title, int cores) {
    this.title = title;
    this.cores = cores;
  }

  /** Returns an empty chart for this machine. */
  public static SpeedupChart of(String title) {
    return of(title, Runtime.getRuntime().availableProcessors());
  }

  /**
   * Returns an empty chart for a machine.
   *
   * @throws IllegalArgumentException if {@code cores} is less than 1
   */
  public static SpeedupChart of(String title, int cores) {
    if (cores < 1) {
      throw new IllegalArgumentException("A machine has 1 core or more, not " + cores);
    }
    return new SpeedupChart(title, cores);
  }

  /**
   * Returns a picture of what a study has measured so far: each engine's speedup over the baseline
   * of its family.
   */
  public static Picture of(String title, StudyResult soFar) {
    SpeedupChart chart = of(title);
    soFar.series().forEach(chart::add);
    return chart.picture();
  }

  /**
   * Compares every series with this run, instead of its own run with one worker.
   *
   * @throws IllegalArgumentException if a sample is zero, which no ratio can be made of
   */
  public synchronized SpeedupChart against(Measurement baseline) {
    commonBaseline = checked(baseline);
    return this;
  }

  /**
   * Adds a measurement, or replaces the one of the same series and number of workers. A series
   * appears as soon as there is a run to compare it with: its own with one worker, unless {@link
   * #against} named another.
   *
   * @throws IllegalArgumentException if {@code workers} is less than 1, a sample is zero, or the
   *     name is blank
   */
  public synchronized void add(String series, int workers, Measurement measurement) {
    if (workers < 1) {
      throw new IllegalArgumentException("A speedup needs 1 worker or more, not " + workers);
    }
    if (series.isBlank()) {
      throw new IllegalArgumentException("A series needs a name for the legend");
    }
    measured.computeIfAbsent(series, name -> new TreeMap<>()).put(workers, checked(measurement));
  }

  /** Adds a whole series with the baseline that it brings. */
  public synchronized void add(WorkerSeries series) {
    baselines.put(series.label(), checked(series.baseline()));
    series.byWorkers().forEach((workers, run) -> add(series.label(), workers, run));
  }

  private static Measurement checked(Measurement measurement) {
    if (measurement.min().isZero()) {
      throw new IllegalArgumentException(
          "%s took no time at all: give it more work before you compare"
              .formatted(measurement.label()));
    }
    return measurement;
  }

  /** Returns the present curves, in the order in which their series were first added. */
  public synchronized List<SpeedupCurve> curves() {
    List<SpeedupCurve> curves = new ArrayList<>();
    measured.forEach((series, runs) -> {
      Measurement baseline = baseline(series, runs);
      if (baseline != null) {
        curves.add(SpeedupCurve.of(series, baseline, runs));
      }
    });
    return curves;
  }

  private @Nullable Measurement baseline(String series, Map<Integer, Measurement> runs) {
    if (commonBaseline != null) {
      return commonBaseline;
    }
    Measurement own = baselines.get(series);
    return own != null ? own : runs.get(1);
  }

  /** Returns a picture of the present state. */
  public Picture picture() {
    SpeedupPlot plot = new SpeedupPlot(title, cores, curves());
    return SvgChart.of(plot.chart(), plot.text());
  }

  /**
   * Returns the present state as an XChart chart, to change before it is shown. Its series are
   * {@code ideal}, {@code cores} and, for each name, {@code measured: name}, {@code spread: name}
   * and {@code fit: name}.
   */
  public XYChart chart() {
    return new SpeedupPlot(title, cores, curves()).chart();
  }
}
