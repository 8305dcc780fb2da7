package interlock.view;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.XYChart;

/** Charts in one call, in the course's {@link Theme}. */
public final class Charts {
  private Charts() {}

  /**
   * Returns a chart of horizontal bars, the first at the top, each with its value.
   *
   * @param labels a name for each bar
   * @param values the length of each bar; none may be missing
   * @param unit what the values count, such as {@code "%"} or {@code "projects"}
   */
  public static HorizontalBarChart bars(
      String title, List<String> labels, double[] values, String unit) {
    HorizontalBarChart chart =
        Theme.apply(new HorizontalBarChart(Theme.WIDTH, 120 + 34 * labels.size()));
    chart.setTitle(title);
    chart.setXAxisTitle(unit);
    chart.getStyler().setLegendVisible(false);
    chart.addSeries(unit, Arrays.stream(values).boxed().toList(), labels);
    return chart;
  }

  /**
   * Returns a chart of lines with markers. Add each line by {@code addSeries(name, x, y)}.
   *
   * @param across what the horizontal axis counts, with its unit
   * @param up what the vertical axis counts, with its unit
   */
  public static XYChart lines(String title, String across, String up) {
    XYChart chart = Theme.apply(new XYChart(Theme.WIDTH, Theme.HEIGHT));
    chart.setTitle(title);
    chart.setXAxisTitle(across);
    chart.setYAxisTitle(up);
    return chart;
  }

  /** Returns a chart of one line over 0, 1, 2, … */
  public static XYChart lines(String title, String across, String up, double... values) {
    XYChart chart = lines(title, across, up);
    chart.addSeries(up, IntStream.range(0, values.length).asDoubleStream().toArray(), values);
    chart.getStyler().setLegendVisible(false);
    return chart;
  }
}
