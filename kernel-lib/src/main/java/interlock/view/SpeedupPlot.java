package interlock.view;

import interlock.scaling.Amdahl;
import interlock.scaling.SpeedupCurve;
import interlock.scaling.SpeedupPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * One moment of a {@link SpeedupChart}, drawn. What was measured is marks with error bars; what is
 * computed is lines without marks.
 */
final class SpeedupPlot {
  static final String IDEAL = "ideal";
  static final String CORES = "cores";

  static final String FIT = "fit: ";

  /** More entries than this would reach from the upper left corner down to the ideal line. */
  private static final int MOST_ENTRIES_INSIDE = 7;

  /** How high an entry of the legend is, and how wide all are, of the axes. */
  private static final double ENTRY = 0.06;

  private static final double LEGEND_WIDTH = 0.45;

  /** How far apart the marks of different series stand at one number of workers, of the axis. */
  private static final double DODGE = 0.009;

  private static final int LINE_STEPS = 48;

  private final String title;
  private final int cores;
  private final List<SpeedupCurve> curves;
  private final int mostWorkers;
  private final XYChart chart;

  SpeedupPlot(String title, int cores, List<SpeedupCurve> curves) {
    this.title = title;
    this.cores = cores;
    this.curves = curves;
    this.mostWorkers = mostWorkers();
    this.chart = Charts.lines(title, axisTitle(), "speedup");
    axes();
    ideal();
    coresMark();
    IntStream.range(0, curves.size()).forEach(this::series);
  }

  XYChart chart() {
    return chart;
  }

  /** Returns the picture in words. */
  String text() {
    List<String> lines = new ArrayList<>(List.of(title, "Across: " + axisTitle(), "Up: speedup"));
    lines.add("ideal: n workers are n times as fast");
    for (SpeedupCurve curve : curves) {
      SpeedupCurve onCores = curve.upTo(cores);
      lines.add(curve + (onCores.isParallel() ? "; " + Amdahl.fit(onCores).name() : ""));
    }
    return String.join("\n", lines);
  }

  private String axisTitle() {
    return "workers (this machine has %d %s)".formatted(cores, cores == 1 ? "core" : "cores");
  }

  private int mostWorkers() {
    int measured =
        curves.stream()
            .flatMap(curve -> curve.points().stream())
            .mapToInt(SpeedupPoint::workers)
            .max()
            .orElse(1);
    return Math.max(Math.max(measured, cores), 2);
  }

  private void axes() {
    double highest =
        curves.stream()
            .flatMap(curve -> curve.points().stream())
            .mapToDouble(SpeedupPoint::high)
            .max()
            .orElse(1);
    chart
        .getStyler()
        .setXAxisMin(0.0)
        .setXAxisMax((double) mostWorkers)
        .setYAxisMin(0.0)
        .setYAxisMax(Math.max(mostWorkers, highest))
        .setXAxisDecimalPattern("0")
        .setYAxisDecimalPattern("0.#");
    chart
        .getStyler()
        .setLegendPosition(
            curves.size() < MOST_ENTRIES_INSIDE && !reachesLegend()
                ? LegendPosition.InsideNW
                : LegendPosition.OutsideE);
  }

  /** Returns true if an error bar would run through a legend in the upper left corner. */
  private boolean reachesLegend() {
    double bottom = chart.getStyler().getYAxisMax() * (0.95 - ENTRY * (curves.size() + 1));
    return curves.stream()
        .flatMap(curve -> curve.points().stream())
        .anyMatch(p -> p.workers() <= LEGEND_WIDTH * mostWorkers && p.high() > bottom);
  }

  /** Has a point for each worker, because XChart puts the ticks where the points are. */
  private void ideal() {
    double[] workers = values(IntStream.rangeClosed(0, mostWorkers).asDoubleStream());
    XYSeries line = chart.addSeries(IDEAL, workers, workers);
    line.setLabel("ideal");
    line.setMarker(SeriesMarkers.NONE)
        .setLineColor(Ink.IDEAL.light())
        .setLineStyle(Theme.line(2, 2, 4));
  }

  /** The mark ends at the ideal line, below the legend. */
  private void coresMark() {
    XYSeries mark = hidden(CORES, new double[] {cores, cores}, new double[] {0, cores});
    mark.setLineColor(Ink.IDEAL.light()).setLineStyle(Theme.line(1.5f, 6, 4));
    double beside = (cores < mostWorkers ? 0.055 : -0.055) * mostWorkers;
    String label = cores == 1 ? "1 core" : cores + " cores";
    double top = chart.getStyler().getYAxisMax();
    chart.addAnnotation(new AnnotationText(label, cores + beside, 0.03 * top, false));
  }

  private void series(int i) {
    SpeedupCurve curve = curves.get(i);
    double shift = (i - (curves.size() - 1) / 2.0) * DODGE * mostWorkers;
    XYSeries marks = new MeasuredMarks(chart, mostWorkers).add(curve, i, shift);
    SpeedupCurve onCores = curve.upTo(cores);
    if (onCores.isParallel()) {
      marks.setLabel(curve.label() + fit(onCores, i));
      marks.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
    }
  }

  /** Amdahl's law has a processor for each worker, so neither fit nor line goes past the cores. */
  private String fit(SpeedupCurve curve, int i) {
    Amdahl law = Amdahl.fit(curve);
    double[] workers =
        values(
            IntStream.rangeClosed(0, LINE_STEPS)
                .mapToDouble(step -> 1 + (cores - 1.0) * step / LINE_STEPS));
    double s = law.serialFraction();
    double[] speedups = values(DoubleStream.of(workers).map(n -> 1 / (s + (1 - s) / n)));
    hidden(FIT + curve.label(), workers, speedups)
        .setLineColor(Theme.series(i).light())
        .setLineStyle(Theme.dash(i));
    return ", " + percent(s) + " serial";
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, share < 0.9995 ? "%.1f %%" : "%.0f %%", share * 100);
  }

  private XYSeries hidden(String name, double[] x, double[] y) {
    XYSeries series = chart.addSeries(name, x, y);
    series.setMarker(SeriesMarkers.NONE).setShowInLegend(false);
    return series;
  }

  private static double[] values(DoubleStream stream) {
    return stream.toArray();
  }
}
