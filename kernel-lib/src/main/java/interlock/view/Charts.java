package interlock.view;

import interlock.measure.Durations;
import interlock.measure.Measurement;
import interlock.measure.WorkerSeries;
import java.util.Arrays;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.XYChart;
import tech.tablesaw.api.Table;

/** Charts in one call, in the course's {@link Theme}. */
public final class Charts {
  private static final int BAR_PITCH = 32;

  /** From a bar to its label, in pixels. */
  private static final int BESIDE_BAR = 10;

  /** A longer label would leave the bars no room; XChart then draws none at all. */
  private static final double LONGEST_LABEL = 0.4 * Theme.WIDTH;

  private Charts() {}

  /**
   * Returns a chart of horizontal bars, the first at the top, with its value at the end of each.
   *
   * @param labels a name for each bar; one wider than two fifths of the picture is cut to "…"
   * @param values the length of each bar, finite and not negative
   * @param unit what the values count, such as {@code "%"} or {@code "projects"}
   * @throws IllegalArgumentException if there is no bar, if labels and values differ in number, or
   *     if a value is negative or missing
   */
  public static HorizontalBarChart bars(
      String title, List<String> labels, double[] values, String unit) {
    check(labels, values);
    HorizontalBarChart chart =
        Theme.apply(new HorizontalBarChart(Theme.WIDTH, 110 + BAR_PITCH * labels.size()));
    chart.setTitle(title);
    chart.setXAxisTitle(unit);
    Numbers numbers = Numbers.of(values);
    double longest = Arrays.stream(values).max().orElse(1);
    chart
        .getStyler()
        .setLabelsVisible(true)
        .setLabelsPosition(1.08)
        .setAvailableSpaceFill(0.7)
        .setXAxisMin(0.0)
        .setXAxisMax(longest == 0 ? 1 : longest * 1.12)
        .setXAxisTicksVisible(false)
        .setAxisTicksLineVisible(false)
        .setAxisTicksMarksVisible(false)
        .setAxisTickPadding(BESIDE_BAR)
        .setPlotGridLinesVisible(false)
        .setXAxisTickMarkSpacingHint(1)
        .setLegendVisible(false);
    chart.getStyler().setPlotContentSize(1);
    chart.setCustomXAxisTickLabelsFormatter(numbers::format);
    chart.addSeries(named(unit), Arrays.stream(values).boxed().toList(), distinct(labels));
    return chart;
  }

  /**
   * Returns the bars of a table, one a row in the table's order.
   *
   * @param labels the column of names
   * @param values the column of numbers; its name is the unit
   * @throws IllegalArgumentException as the other {@code bars}
   */
  public static HorizontalBarChart bars(String title, Table table, String labels, String values) {
    return bars(
        title,
        Arrays.asList(table.column(labels).asStringColumn().asObjectArray()),
        table.numberColumn(values).asDoubleArray(),
        values);
  }

  /** XChart cannot lay out an empty word. */
  private static String named(@Nullable String word) {
    return word == null || word.isBlank() ? "–" : word;
  }

  /** XChart draws equal labels once, and the rest of the labels slip. */
  private static List<String> distinct(List<String> labels) {
    Set<String> distinct = new LinkedHashSet<>();
    for (String label : labels) {
      String shown = TypeSize.SMALL.cut(named(label), LONGEST_LABEL);
      String name = shown;
      for (int i = 2; !distinct.add(name); i++) {
        name = shown + " (" + i + ")";
      }
    }
    return List.copyOf(distinct);
  }

  private static void check(List<String> labels, double[] values) {
    if (labels.isEmpty() || labels.size() != values.length) {
      throw new IllegalArgumentException(
          "A bar chart needs a label for each value: %d labels, %d values"
              .formatted(labels.size(), values.length));
    }
    for (int i = 0; i < values.length; i++) {
      if (!(values[i] >= 0 && values[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "A bar's length is a number from 0 on: %s has %s".formatted(labels.get(i), values[i]));
      }
    }
  }

  /**
   * Returns a chart for lines with markers. Add each by {@code addSeries(name, x, y)}.
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

  /**
   * Returns a chart of one line over 0, 1, 2, …
   *
   * @throws IllegalArgumentException if there is no value
   */
  public static XYChart lines(String title, String across, String up, double... values) {
    XYChart chart = lines(title, across, up);
    chart.addSeries(
        named(up), IntStream.range(0, values.length).asDoubleStream().toArray(), values);
    chart.getStyler().setLegendVisible(false);
    return chart;
  }

  /**
   * Returns the median times of several engines by number of workers, in seconds, on a logarithmic
   * axis: so engines of very different speed stand in one chart.
   */
  public static XYChart times(String title, Collection<WorkerSeries> engines) {
    XYChart chart = lines(title, "workers", "median time in seconds");
    chart.getStyler().setYAxisLogarithmic(true).setXAxisDecimalPattern("0").setXAxisMin(0.0);
    decades(chart, engines);
    for (WorkerSeries engine : engines) {
      double[] workers = engine.byWorkers().keySet().stream().mapToDouble(n -> n).toArray();
      double[] seconds =
          engine.byWorkers().values().stream()
              .map(Measurement::median)
              .mapToDouble(Durations::seconds)
              .toArray();
      if (workers.length > 0) {
        chart.addSeries(engine.label(), workers, seconds);
      }
    }
    return chart;
  }

  /** A logarithmic axis is labelled at powers of ten only, so it must reach from one to another. */
  private static void decades(XYChart chart, Collection<WorkerSeries> engines) {
    DoubleSummaryStatistics seconds =
        engines.stream()
            .flatMap(engine -> engine.byWorkers().values().stream())
            .mapToDouble(run -> Durations.seconds(run.median()))
            .filter(time -> time > 0)
            .summaryStatistics();
    if (seconds.getCount() > 0) {
      double lowest = Math.floor(Math.log10(seconds.getMin()));
      double highest = Math.ceil(Math.log10(seconds.getMax()));
      chart
          .getStyler()
          .setYAxisMin(Math.pow(10, lowest))
          .setYAxisMax(Math.pow(10, Math.max(highest, lowest + 1)));
    }
  }
}
