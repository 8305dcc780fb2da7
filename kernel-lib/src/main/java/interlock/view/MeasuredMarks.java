package interlock.view;

import interlock.scaling.SpeedupCurve;
import interlock.scaling.SpeedupPoint;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Measured speedups in a chart: a mark for each, and its error bar. */
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
   * Adds a curve in the marker and ink of the {@code i}-th thing compared.
   *
   * @param shift how far to the right of their workers the marks stand
   */
  XYSeries add(SpeedupCurve curve, int i, double shift) {
    errorBars(curve, i, shift);
    return marks(curve, i, shift);
  }

  /** Gaps keep the marks apart: the line between them is the fit's, and the legend shows both. */
  private XYSeries marks(SpeedupCurve curve, int i, double shift) {
    DoubleStream.Builder x = DoubleStream.builder();
    DoubleStream.Builder y = DoubleStream.builder();
    for (SpeedupPoint point : curve.points()) {
      x.add(point.workers() + shift).add(point.workers() + shift);
      y.add(point.speedup()).add(Double.NaN);
    }
    XYSeries marks =
        chart.addSeries(MEASURED + curve.label(), x.build().toArray(), y.build().toArray());
    marks.setLabel(curve.label());
    marks.setMarker(Theme.marker(i)).setMarkerColor(Theme.series(i).light());
    marks.setLineColor(Theme.series(i).light()).setLineStyle(Theme.dash(i));
    return marks;
  }

  /** Each bar with its two caps is a line of its own; a missing value ends a line. */
  private void errorBars(SpeedupCurve curve, int i, double shift) {
    double cap = 0.006 * mostWorkers;
    DoubleStream.Builder x = DoubleStream.builder();
    DoubleStream.Builder y = DoubleStream.builder();
    for (SpeedupPoint point : curve.points()) {
      double at = point.workers() + shift;
      line(x, y, at, point.low(), at, point.high());
      line(x, y, at - cap, point.low(), at + cap, point.low());
      line(x, y, at - cap, point.high(), at + cap, point.high());
    }
    XYSeries bars =
        chart.addSeries(SPREAD + curve.label(), x.build().toArray(), y.build().toArray());
    bars.setMarker(SeriesMarkers.NONE).setShowInLegend(false);
    bars.setLineColor(Theme.series(i).light()).setLineStyle(Theme.line(1.5f));
  }

  private static void line(
      DoubleStream.Builder x, DoubleStream.Builder y, double x1, double y1, double x2, double y2) {
    x.add(x1).add(x2).add(x2);
    y.add(y1).add(y2).add(Double.NaN);
  }
}
