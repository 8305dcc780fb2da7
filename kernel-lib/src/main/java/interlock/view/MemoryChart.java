package interlock.view;

import interlock.measure.BinaryBytes;
import interlock.measure.Durations;
import interlock.measure.MemoryMark;
import interlock.measure.MemoryPoint;
import interlock.measure.MemoryRecord;
import interlock.measure.MemorySeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Memory over time: a line for each kind of memory, an upright line for each event.
 *
 * <p>It is drawn when it is shown, so a live display that skips a state never draws it.
 *
 * @param title what was watched
 * @param memory what the sampler saw
 * @param labels the series to show, in their order; empty for all
 */
public record MemoryChart(String title, MemoryRecord memory, List<String> labels)
    implements Picture {
  private static final int MOST_ROWS = 6;

  /** Where the labels of the events stand, and how far from the highest line, of the axis. */
  private static final double TOP_ROW = 0.97;

  private static final double ROW = 0.065;
  private static final double CLEAR = 0.07;

  /** Copies the labels. */
  public MemoryChart {
    labels = List.copyOf(labels);
  }

  /** Returns a chart of all that a sampler saw. */
  public static MemoryChart of(MemoryRecord memory) {
    return of("Memory over time", memory);
  }

  /** Returns a chart of some of what a sampler saw; of all, if no label is given. */
  public static MemoryChart of(String title, MemoryRecord memory, String... labels) {
    return new MemoryChart(title, memory, List.of(labels));
  }

  @Override
  public String html() {
    return SvgChart.of(chart(), text()).html();
  }

  private List<MemorySeries> shown() {
    if (labels.isEmpty()) {
      return memory.series();
    }
    return labels.stream().flatMap(label -> memory.find(label).stream()).toList();
  }

  private long highest() {
    return shown().stream().mapToLong(series -> series.peak().bytes()).max().orElse(0);
  }

  /** Returns the chart as an XChart chart; a series has the label of its kind of memory. */
  public XYChart chart() {
    BinaryBytes unit = BinaryBytes.of(highest());
    XYChart chart = Charts.lines(title, "time in seconds", unit.symbol());
    double top =
        Math.max(unit.count(highest()), 1) / (memory.marks().isEmpty() ? 0.95 : 1 - room());
    double end = Math.max(Durations.seconds(memory.length()), 0.1);
    chart.getStyler().setXAxisMin(0.0).setXAxisMax(end).setYAxisMin(0.0).setYAxisMax(top);
    chart.getStyler().setYAxisDecimalPattern("#,##0.##").setXAxisDecimalPattern("#,##0.##");
    chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
    List<MemorySeries> series = shown();
    for (int i = 0; i < series.size(); i++) {
      line(chart, series.get(i), i, unit);
    }
    marks(chart, end, top);
    return chart;
  }

  private static void line(XYChart chart, MemorySeries series, int i, BinaryBytes unit) {
    double[] x =
        series.points().stream().mapToDouble(point -> Durations.seconds(point.at())).toArray();
    double[] y = series.points().stream().mapToDouble(point -> unit.count(point.bytes())).toArray();
    chart
        .addSeries(series.label(), x, y)
        .setMarker(SeriesMarkers.NONE)
        .setLineColor(Theme.series(i).light())
        .setLineStyle(Theme.dash(i));
  }

  /** Returns the share of the axis that the rows of labels need above the highest line. */
  private double room() {
    int rows = Math.min(memory.marks().size(), MOST_ROWS);
    return 1 - TOP_ROW + ROW * (rows - 1) + CLEAR;
  }

  /**
   * Each label stands on a row below the one before: so none covers another, and the line of an
   * event ends below the labels that came before it. After the last row it starts again.
   */
  private void marks(XYChart chart, double end, double top) {
    int row = 0;
    for (MemoryMark mark : memory.marks()) {
      double at = Durations.seconds(mark.at());
      double height = top * (TOP_ROW - ROW * (row % MOST_ROWS));
      XYSeries line =
          chart.addSeries("mark " + row, new double[] {at, at}, new double[] {0, height});
      line.setMarker(SeriesMarkers.NONE).setShowInLegend(false);
      line.setLineColor(Ink.IDEAL.light()).setLineStyle(Theme.line(1.5f, 6, 4));
      chart.addAnnotation(
          new AnnotationText(mark.label(), beside(mark.label(), at, end), height, false));
      row++;
    }
  }

  /** A label stands to the right of its line, or to the left where the chart ends. */
  private static double beside(String label, double at, double end) {
    double half = end * (TypeSize.SMALL.width(label) / 2 + 6) / (Theme.WIDTH - 130);
    return at + 2 * half > end ? at - half : at + half;
  }

  @Override
  public String text() {
    List<String> lines = new ArrayList<>(List.of(title));
    lines.add(
        String.format(Locale.ROOT, "Across: time, %s in all", Durations.format(memory.length())));
    shown().forEach(series -> lines.add(words(series)));
    for (MemoryMark mark : memory.marks()) {
      lines.add("%s: %s".formatted(Durations.format(mark.at()), words(mark)));
    }
    if (memory.missing() != null) {
      lines.add(memory.missing());
    }
    return String.join("\n", lines);
  }

  private static String words(MemorySeries series) {
    MemoryPoint peak = series.peak();
    return "%s: from %s to %s, highest %s at %s"
        .formatted(
            series.label(),
            BinaryBytes.format(series.points().getFirst().bytes()),
            BinaryBytes.format(series.last().bytes()),
            BinaryBytes.format(peak.bytes()),
            Durations.format(peak.at()));
  }

  private String words(MemoryMark mark) {
    List<String> then = new ArrayList<>();
    for (MemorySeries series : shown()) {
      then.add(series.label() + " " + BinaryBytes.format(series.bytesAt(mark.at())));
    }
    return mark.label() + " (" + String.join(", ", then) + ")";
  }
}
