package interlock.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.knowm.xchart.HorizontalBarSeries;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.series.AxesChartSeriesCategory;
import org.knowm.xchart.internal.series.AxesChartSeriesNumerical;
import org.knowm.xchart.internal.series.Series;

/** A chart in words: its title, its axes, and a line for each series with its values. */
final class ChartText {
  private static final int MOST_VALUES = 40;

  private ChartText() {}

  static String of(Chart<?, ?> chart) {
    List<String> lines = new ArrayList<>();
    lines.add(chart.getTitle().isBlank() ? "Chart" : chart.getTitle());
    if (chart instanceof AxesChart<?, ?> axes) {
      lines.addAll(axes(axes));
    }
    for (Series series : chart.getSeriesCollection()) {
      if (series.isEnabled() && series.isShowInLegend()) {
        lines.add(series.getLabel() + ": " + values(series));
      }
    }
    return String.join("\n", lines);
  }

  private static List<String> axes(AxesChart<?, ?> chart) {
    List<String> lines = new ArrayList<>();
    if (!chart.getXAxisTitle().isBlank()) {
      lines.add("Across: " + chart.getXAxisTitle());
    }
    if (!chart.getYAxisTitle().isBlank()) {
      lines.add("Up: " + chart.getYAxisTitle());
    }
    return lines;
  }

  private static String values(Series series) {
    return switch (series) {
      case AxesChartSeriesNumerical xy -> pairs(boxed(xy.getXData()), boxed(xy.getYData()));
      case AxesChartSeriesCategory bars -> pairs(bars.getXData(), boxed(bars.getYData()));
      case HorizontalBarSeries bars -> pairs(bars.getYData(), bars.getXData());
      default -> "values not listed";
    };
  }

  private static List<Double> boxed(double[] values) {
    return java.util.Arrays.stream(values).boxed().toList();
  }

  private static String pairs(Collection<?> places, Collection<?> values) {
    List<String> pairs = new ArrayList<>();
    Iterator<?> place = places.iterator();
    Iterator<?> value = values.iterator();
    while (place.hasNext() && value.hasNext() && pairs.size() < MOST_VALUES) {
      pairs.add(show(place.next()) + " → " + show(value.next()));
    }
    return pairs.stream().collect(Collectors.joining(", ")) + (place.hasNext() ? ", …" : "");
  }

  private static String show(Object value) {
    if (!(value instanceof Number number)) {
      return String.valueOf(value);
    }
    double d = number.doubleValue();
    return Double.isNaN(d)
        ? "missing"
        : d == Math.rint(d) && Math.abs(d) < 1e15
            ? Long.toString((long) d)
            : String.format(Locale.ROOT, "%.4g", d);
  }
}
