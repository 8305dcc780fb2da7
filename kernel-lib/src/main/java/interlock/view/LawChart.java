package interlock.view;

import interlock.scaling.ScalingLaw;
import interlock.scaling.SpeedupCurve;
import interlock.scaling.SpeedupPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Laws and models as lines, and measured speedups as marks, over any number of workers.
 *
 * <p>{@link SpeedupChart} shows what a machine has measured; this chart shows what laws say, far
 * beyond the cores if need be. It never changes: each call returns another.
 *
 * @param title what is compared
 * @param mostWorkers where the axis ends
 * @param lines the laws, in the order of the legend
 * @param measured the measured curves
 */
public record LawChart(String title, int mostWorkers, List<Line> lines, List<SpeedupCurve> measured)
    implements Picture {
  private static final int STEPS = 200;

  /**
   * A law in the chart.
   *
   * @param label its name in the legend
   * @param law what is drawn
   */
  public record Line(String label, ScalingLaw law) {}

  /** Copies the lists; refuses an axis of fewer than 2 workers and two entries of one name. */
  public LawChart {
    if (mostWorkers < 2) {
      throw new IllegalArgumentException(
          "A chart of laws needs 2 workers or more, not " + mostWorkers);
    }
    lines = List.copyOf(lines);
    measured = List.copyOf(measured);
    List<String> labels =
        Stream.concat(lines.stream().map(Line::label), measured.stream().map(SpeedupCurve::label))
            .toList();
    for (String label : labels) {
      if (label.isBlank() || labels.indexOf(label) != labels.lastIndexOf(label)) {
        throw new IllegalArgumentException(
            "Each line needs a name of its own, not '%s'".formatted(label));
      }
    }
  }

  /** Returns a chart with the ideal only. */
  public static LawChart of(String title, int mostWorkers) {
    return new LawChart(title, mostWorkers, List.of(), List.of());
  }

  /** Adds a law under its own name. */
  public LawChart law(ScalingLaw law) {
    return law(law.name(), law);
  }

  /** Adds a law under another name. */
  public LawChart law(String label, ScalingLaw law) {
    List<Line> more = new ArrayList<>(lines);
    more.add(new Line(label, law));
    return new LawChart(title, mostWorkers, more, measured);
  }

  /** Adds measured speedups. */
  public LawChart measured(SpeedupCurve curve) {
    List<SpeedupCurve> more = new ArrayList<>(measured);
    more.add(curve);
    return new LawChart(title, mostWorkers, lines, more);
  }

  @Override
  public String html() {
    return SvgChart.of(chart(), text()).html();
  }

  /**
   * Returns the chart as an XChart chart, to change before it is shown. Its series are {@code
   * ideal}, {@code law: name}, {@code measured: name} and {@code spread: name}.
   */
  public XYChart chart() {
    XYChart chart = Charts.lines(title, "workers", "speedup");
    double top = top();
    chart
        .getStyler()
        .setXAxisMin(0.0)
        .setXAxisMax((double) mostWorkers)
        .setYAxisMin(0.0)
        .setYAxisMax(top)
        .setXAxisDecimalPattern("0")
        .setYAxisDecimalPattern("#,##0.#");
    chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
    ideal(chart, top);
    IntStream.range(0, lines.size()).forEach(i -> line(chart, i));
    IntStream.range(0, measured.size()).forEach(i -> marks(chart, i));
    return chart;
  }

  /**
   * The axis ends a little above the highest line, so that a low one is not pressed flat, and above
   * every error bar, even where it goes past the ideal.
   */
  private double top() {
    double law =
        lines.stream()
            .flatMapToDouble(line -> Arrays.stream(places()).map(n -> at(line.law(), n)))
            .max()
            .orElse(measured.isEmpty() ? mostWorkers : 0);
    double bar =
        measured.stream()
            .flatMap(curve -> curve.upTo(mostWorkers).points().stream())
            .mapToDouble(SpeedupPoint::high)
            .max()
            .orElse(0);
    double end = Math.min(mostWorkers, Math.max(1.5, 1.15 * Math.max(law, bar)));
    return Math.max(end, 1.02 * bar);
  }

  private void ideal(XYChart chart, double top) {
    double end = Math.min(top, mostWorkers);
    XYSeries ideal =
        chart.addSeries(SpeedupPlot.IDEAL, new double[] {0, end}, new double[] {0, end});
    ideal.setLabel("ideal");
    ideal
        .setMarker(SeriesMarkers.NONE)
        .setLineColor(Ink.IDEAL.light())
        .setLineStyle(Theme.line(2, 2, 4));
  }

  private void line(XYChart chart, int i) {
    Line line = lines.get(i);
    double[] workers = places();
    double[] speedups = Arrays.stream(workers).map(n -> at(line.law(), n)).toArray();
    XYSeries series = chart.addSeries("law: " + line.label(), workers, speedups);
    series.setLabel(line.label());
    series
        .setMarker(SeriesMarkers.NONE)
        .setLineColor(Theme.series(i).light())
        .setLineStyle(Theme.dash(i));
  }

  private static double at(ScalingLaw law, double workers) {
    return law.speedup((int) workers);
  }

  /** Whole numbers of workers: all of them, or some on a long axis. */
  private double[] places() {
    int step = Math.max(1, mostWorkers / STEPS);
    return IntStream.rangeClosed(1, mostWorkers)
        .filter(n -> n == 1 || n == mostWorkers || n % step == 0)
        .asDoubleStream()
        .toArray();
  }

  private void marks(XYChart chart, int i) {
    SpeedupCurve curve = measured.get(i).upTo(mostWorkers);
    if (!curve.points().isEmpty()) {
      new MeasuredMarks(chart, mostWorkers).add(curve, lines.size() + i, 0);
    }
  }

  @Override
  public String text() {
    List<String> words = new ArrayList<>(List.of(title, "Across: workers", "Up: speedup"));
    lines.forEach(line -> words.add(line.label() + " (computed): " + speedups(line.law())));
    measured.forEach(curve -> words.add(curve + " (measured)"));
    return String.join("\n", words);
  }

  private String speedups(ScalingLaw law) {
    List<String> pairs = new ArrayList<>();
    for (int n = 1; n < mostWorkers && n > 0; n *= 2) {
      pairs.add(String.format(Locale.ROOT, "%d → %.2f", n, law.speedup(n)));
    }
    pairs.add(String.format(Locale.ROOT, "%d → %.2f", mostWorkers, law.speedup(mostWorkers)));
    return String.join(", ", pairs);
  }
}
