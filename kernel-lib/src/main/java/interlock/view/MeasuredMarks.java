package interlock.view;

import interlock.scaling.SpeedupCurve;
import java.util.List;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Measured points in a chart: a mark for each, and its error bar. */
final class MeasuredMarks {
  /** The prefixes keep a series that is called "ideal" apart from the ideal. */
  static final String MEASURED = "measured: ";

  static final String SPREAD = "spread: ";

  private final XYChart chart;
  private final int mostWorkers;

  MeasuredMarks(XYChart chart, int mostWorkers) {
    this.chart = chart;
    this.mostWorkers = mostWorkers;
  }

  /**
   * A measured point.
   *
   * @param workers how many workers
   * @param value what was measured
   * @param low the lower end of its error bar
   * @param high the upper end of its error bar
   */
  record Mark(int workers, double value, double low, double high) {}

  /** Adds measured speedups; see the other {@code add}. */
  XYSeries add(SpeedupCurve curve, int i, double shift) {
    List<Mark> marks =
        curve.points().stream()
            .map(p -> new Mark(p.workers(), p.speedup(), p.low(), p.high()))
            .toList();
    return add(curve.label(), marks, i, shift);
  }

  /**
   * Adds points in the marker and ink of the {@code i}-th thing compared.
   *
   * @param shift how far to the right of their workers the marks stand
   */
  XYSeries add(String label, List<Mark> points, int i, double shift) {
    errorBars(label, points, i, shift);
    return marks(label, points, i, shift);
  }

  /**
   * Gaps keep the marks apart. The legend shows a mark alone; whoever draws a fit in the same ink
   * asks for {@link XYSeriesRenderStyle#Line}, and it shows both.
   */
  private XYSeries marks(String label, List<Mark> points, int i, double shift) {
    DoubleStream.Builder x = DoubleStream.builder();
    DoubleStream.Builder y = DoubleStream.builder();
    for (Mark point : points) {
      x.add(point.workers() + shift).add(point.workers() + shift);
      y.add(point.value()).add(Double.NaN);
    }
    XYSeries marks = chart.addSeries(MEASURED + label, x.build().toArray(), y.build().toArray());
    marks.setLabel(label);
    marks.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    marks.setMarker(Theme.marker(i)).setMarkerColor(Theme.series(i).light());
    marks.setLineColor(Theme.series(i).light()).setLineStyle(Theme.dash(i));
    return marks;
  }

  /** Each bar with its two caps is a line of its own; a missing value ends a line. */
  private void errorBars(String label, List<Mark> points, int i, double shift) {
    double cap = 0.006 * mostWorkers;
    DoubleStream.Builder x = DoubleStream.builder();
    DoubleStream.Builder y = DoubleStream.builder();
    for (Mark point : points) {
      double at = point.workers() + shift;
      line(x, y, at, point.low(), at, point.high());
      line(x, y, at - cap, point.low(), at + cap, point.low());
      line(x, y, at - cap, point.high(), at + cap, point.high());
    }
    XYSeries bars = chart.addSeries(SPREAD + label, x.build().toArray(), y.build().toArray());
    bars.setMarker(SeriesMarkers.NONE).setShowInLegend(false);
    bars.setLineColor(Theme.series(i).light()).setLineStyle(Theme.line(1.5f));
  }

  private static void line(
      DoubleStream.Builder x, DoubleStream.Builder y, double x1, double y1, double x2, double y2) {
    x.add(x1).add(x2).add(x2);
    y.add(y1).add(y2).add(Double.NaN);
  }
}
