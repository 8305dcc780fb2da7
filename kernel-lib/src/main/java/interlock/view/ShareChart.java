package interlock.view;

import interlock.scaling.KarpFlatt;
import interlock.scaling.SerialShare;
import interlock.view.MeasuredMarks.Mark;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendPosition;

/** The serial shares of {@link KarpFlatt} by number of workers: flat, or rising, or falling. */
public final class ShareChart {
  /** The axis reaches this far beyond the last mark, so that no mark is cut. */
  private static final double ROOM = 1.08;

  private ShareChart() {}

  /**
   * Draws the shares of one or several curves.
   *
   * @throws IllegalArgumentException if there is no share to draw
   */
  public static Picture of(String title, List<KarpFlatt> curves) {
    String text =
        Stream.concat(
                Stream.of(title, "Across: workers", "Up: serial share in % (Karp and Flatt)"),
                curves.stream().map(KarpFlatt::toString))
            .collect(Collectors.joining("\n"));
    return SvgChart.of(chart(title, curves), text);
  }

  /** Returns the chart as an XChart chart, to change before it is shown. */
  static XYChart chart(String title, List<KarpFlatt> curves) {
    List<SerialShare> all = curves.stream().flatMap(curve -> curve.shares().stream()).toList();
    if (all.isEmpty()) {
      throw new IllegalArgumentException(
          "A serial share needs a speedup with 2 workers or more, and there is none");
    }
    double most = all.stream().mapToInt(SerialShare::workers).max().orElse(2);
    double highest = all.stream().mapToDouble(SerialShare::high).max().orElse(1);
    double lowest = all.stream().mapToDouble(SerialShare::low).min().orElse(0);
    XYChart chart = Charts.lines(title, "workers", "serial share in %");
    chart
        .getStyler()
        .setXAxisMin(0.0)
        .setXAxisMax(ROOM * most)
        .setYAxisMin(100 * ROOM * Math.min(0, lowest))
        .setYAxisMax(100 * ROOM * Math.max(0.02, highest))
        .setXAxisDecimalPattern("0")
        .setYAxisDecimalPattern("0.#");
    chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
    MeasuredMarks marks = new MeasuredMarks(chart, (int) most);
    IntStream.range(0, curves.size()).forEach(i -> add(marks, curves.get(i), i));
    return chart;
  }

  private static void add(MeasuredMarks marks, KarpFlatt curve, int i) {
    if (!curve.shares().isEmpty()) {
      marks.add(curve.label(), curve.shares().stream().map(ShareChart::mark).toList(), i, 0);
    }
  }

  private static Mark mark(SerialShare share) {
    return new Mark(share.workers(), 100 * share.fraction(), 100 * share.low(), 100 * share.high());
  }
}
