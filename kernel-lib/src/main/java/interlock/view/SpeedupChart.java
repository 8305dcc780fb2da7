package interlock.view;

import interlock.measure.Measurement;
import interlock.scaling.SpeedupCurve;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.knowm.xchart.XYChart;

/**
 * A speedup chart that grows while the work runs: measured points with error bars, the ideal line,
 * and Amdahl's law fitted to each series.
 *
 * <p>Any thread may add measurements and take pictures.
 */
public final class SpeedupChart {
  private final String title;
  private final int cores;
  private final Map<String, TreeMap<Integer, Measurement>> measured = new LinkedHashMap<>();

  private SpeedupChart(String title, int cores) {
    this.title = title;
    this.cores = cores;
  }

  /** Returns an empty chart with a mark at the number of this machine's cores. */
  public static SpeedupChart of(String title) {
    return of(title, Runtime.getRuntime().availableProcessors());
  }

  /**
   * Returns an empty chart.
   *
   * @param cores where the mark stands, 1 or more
   */
  public static SpeedupChart of(String title, int cores) {
    return new SpeedupChart(title, cores);
  }

  /**
   * Adds a measurement, or replaces the one of the same series and number of workers. A series
   * appears once it has a measurement with one worker, which it is compared with.
   *
   * @throws IllegalArgumentException if {@code workers} is less than 1
   */
  public synchronized void add(String series, int workers, Measurement measurement) {
    measured.computeIfAbsent(series, key -> new TreeMap<>()).put(workers, measurement);
  }

  /** Returns the present curves, in the order in which their series were first added. */
  public synchronized List<SpeedupCurve> curves() {
    return measured.entrySet().stream()
        .filter(entry -> entry.getValue().containsKey(1))
        .map(entry -> SpeedupCurve.of(entry.getKey(), entry.getValue().get(1), entry.getValue()))
        .toList();
  }

  /** Returns a picture of the present state; it does not change when the chart does. */
  public Picture picture() {
    XYChart chart = Charts.lines(title, "workers", "speedup");
    chart.addSeries("ideal", new double[] {1, cores}, new double[] {1, cores});
    return SvgChart.of(chart);
  }
}
