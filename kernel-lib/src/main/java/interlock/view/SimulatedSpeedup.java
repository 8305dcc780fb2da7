package interlock.view;

import interlock.gil.timeline.Figures;
import interlock.scaling.SpeedupCurve;
import interlock.scaling.SpeedupPoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Speedups against the number of threads: simulated ones as lines, measured ones as marks with bars
 * from the 10 % to the 90 % quantile. A simulated and a measured series of one name have one ink.
 *
 * <p>It never changes: each call returns another.
 *
 * @param title what is compared
 * @param simulated the simulated series, in the order of the legend
 * @param measured the measured series
 */
public record SimulatedSpeedup(String title, List<Line> simulated, List<SpeedupCurve> measured)
    implements Picture {
  /**
   * A simulated series.
   *
   * @param label its name
   * @param byThreads the speedup by number of threads
   */
  public record Line(String label, NavigableMap<Integer, Double> byThreads) {
    /**
     * Copies the map.
     *
     * @throws IllegalArgumentException if it is empty or has fewer threads than 1
     */
    public Line {
      byThreads = new TreeMap<>(byThreads);
      if (byThreads.isEmpty() || byThreads.firstKey() < 1) {
        throw new IllegalArgumentException(
            "The speedups of %s need 1 thread or more, not %s".formatted(label, byThreads));
      }
    }
  }

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if two simulated or two measured series have one name
   */
  public SimulatedSpeedup {
    simulated = List.copyOf(simulated);
    measured = List.copyOf(measured);
    distinct(simulated.stream().map(Line::label).toList());
    distinct(measured.stream().map(SpeedupCurve::label).toList());
  }

  private static void distinct(List<String> labels) {
    for (String label : labels) {
      if (label.isBlank() || labels.indexOf(label) != labels.lastIndexOf(label)) {
        throw new IllegalArgumentException(
            "Each series needs a name of its own, not '%s'".formatted(label));
      }
    }
  }

  /** Returns a chart with the ideal only. */
  public static SimulatedSpeedup of(String title) {
    return new SimulatedSpeedup(title, List.of(), List.of());
  }

  /** Adds a simulated series. */
  public SimulatedSpeedup simulated(String label, SortedMap<Integer, Double> byThreads) {
    List<Line> more = new ArrayList<>(simulated);
    more.add(new Line(label, new TreeMap<>(byThreads)));
    return new SimulatedSpeedup(title, more, measured);
  }

  /**
   * Adds simulated runs of the same work by number of threads, against a run of it.
   *
   * @throws IllegalArgumentException if a run took no time
   */
  public SimulatedSpeedup simulated(
      String label, Figures baseline, SortedMap<Integer, Figures> byThreads) {
    SortedMap<Integer, Double> speedups = new TreeMap<>();
    byThreads.forEach((n, figures) -> speedups.put(n, figures.speedupOver(baseline)));
    return simulated(label, speedups);
  }

  /** Adds a measured series. */
  public SimulatedSpeedup measured(SpeedupCurve curve) {
    List<SpeedupCurve> more = new ArrayList<>(measured);
    more.add(curve);
    return new SimulatedSpeedup(title, simulated, more);
  }

  /**
   * Returns the chart as an XChart chart, to change before it is shown. Its series are {@code
   * ideal}, {@code simulated: name}, {@code measured: name} and {@code spread: name}.
   */
  public XYChart chart() {
    int most = mostThreads();
    XYChart chart = Charts.lines(title, "threads", "speedup");
    double top = top(most);
    chart.getStyler().setXAxisMin(0.0).setXAxisMax((double) most);
    chart.getStyler().setYAxisMin(0.0).setYAxisMax(top);
    chart.getStyler().setXAxisDecimalPattern("0").setYAxisDecimalPattern("0.##");
    chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
    ideal(chart, most, top);
    List<String> labels =
        Stream.concat(
                simulated.stream().map(Line::label), measured.stream().map(SpeedupCurve::label))
            .distinct()
            .toList();
    simulated.forEach(line -> line(chart, line, labels.indexOf(line.label())));
    for (SpeedupCurve curve : measured) {
      if (!curve.points().isEmpty()) {
        XYSeries marks =
            new MeasuredMarks(chart, most).add(curve, labels.indexOf(curve.label()), 0);
        marks.setLabel(curve.label() + ", measured");
      }
    }
    return chart;
  }

  /** Has a point for each thread, because XChart puts the ticks where the points are. */
  private static void ideal(XYChart chart, int most, double top) {
    double[] threads =
        IntStream.rangeClosed(0, most).filter(n -> n <= top).asDoubleStream().toArray();
    XYSeries ideal = chart.addSeries(SpeedupPlot.IDEAL, threads, threads);
    ideal.setLabel("ideal");
    ideal.setMarker(SeriesMarkers.NONE);
    ideal.setLineColor(Ink.IDEAL.light()).setLineStyle(Theme.line(2, 2, 4));
  }

  private static void line(XYChart chart, Line line, int i) {
    double[] threads = line.byThreads().keySet().stream().mapToDouble(n -> n).toArray();
    double[] speedups = line.byThreads().values().stream().mapToDouble(s -> s).toArray();
    XYSeries series = chart.addSeries("simulated: " + line.label(), threads, speedups);
    series.setLabel(line.label() + ", simulated");
    series.setMarker(SeriesMarkers.NONE);
    series.setLineColor(Theme.series(i).light()).setLineStyle(Theme.dash(i));
  }

  private int mostThreads() {
    int most = simulated.stream().mapToInt(line -> line.byThreads().lastKey()).max().orElse(2);
    int marks =
        measured.stream()
            .flatMap(curve -> curve.points().stream())
            .mapToInt(SpeedupPoint::workers)
            .max()
            .orElse(2);
    return Math.max(2, Math.max(most, marks));
  }

  /** The axis ends above the highest value, so that low ones are not pressed flat. */
  private double top(int most) {
    double line =
        simulated.stream()
            .map(Line::byThreads)
            .map(NavigableMap::values)
            .flatMap(Collection::stream)
            .mapToDouble(speedup -> speedup)
            .max()
            .orElse(1);
    double bar =
        measured.stream()
            .flatMap(curve -> curve.points().stream())
            .mapToDouble(SpeedupPoint::high)
            .max()
            .orElse(1);
    double highest = Math.max(line, bar);
    return Math.max(1.02 * highest, Math.min(most, Math.max(1.5, 1.15 * highest)));
  }

  @Override
  public String html() {
    return SvgChart.of(chart(), text()).html();
  }

  @Override
  public String text() {
    List<String> words = new ArrayList<>(List.of(title, "Across: threads", "Up: speedup"));
    for (Line line : simulated) {
      words.add(
          line.byThreads().entrySet().stream()
              .map(point ->
                  String.format(Locale.ROOT, "%d → %.2f×", point.getKey(), point.getValue()))
              .collect(Collectors.joining(", ", line.label() + ", simulated: ", "")));
    }
    measured.forEach(curve -> words.add(curve + " (measured)"));
    return String.join("\n", words);
  }
}
