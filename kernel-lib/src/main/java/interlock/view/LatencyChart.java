package interlock.view;

import interlock.gil.timeline.Distribution;
import interlock.measure.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Latencies as cumulative distributions: how many per cent were at most so long. Simulated ones are
 * lines, measured ones are marks at some quantiles; a simulated and a measured one of one name have
 * one ink. The axis of time is logarithmic.
 *
 * <p>It never changes: each call returns another.
 *
 * @param title what is shown
 * @param lines in the order of the legend
 */
public record LatencyChart(String title, List<Line> lines) implements Picture {
  /**
   * The shares at which a line has a point: each per cent, and one more in the tail. XChart would
   * put a tick at each of evenly spaced values.
   */
  private static final double[] POINTS =
      DoubleStream.concat(
              IntStream.range(0, 100).mapToDouble(percent -> percent / 100.0),
              DoubleStream.of(0.995, 1))
          .toArray();

  private static final double[] MARKS = {
    0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99
  };

  /**
   * A distribution in the chart.
   *
   * @param label its name
   * @param latencies the latencies
   * @param isMeasured whether it was measured; else it was simulated
   */
  public record Line(String label, Distribution latencies, boolean isMeasured) {
    /** Returns what the legend and the text call it. */
    String name() {
      return label + (isMeasured ? ", measured" : ", simulated");
    }
  }

  /**
   * Copies the lines.
   *
   * @throws IllegalArgumentException if two have one name
   */
  public LatencyChart {
    lines = List.copyOf(lines);
    List<String> names = lines.stream().map(Line::name).toList();
    for (String name : names) {
      if (names.indexOf(name) != names.lastIndexOf(name)) {
        throw new IllegalArgumentException("Two latencies are called '%s'".formatted(name));
      }
    }
  }

  /** Returns a chart without lines. */
  public static LatencyChart of(String title) {
    return new LatencyChart(title, List.of());
  }

  /** Adds latencies of a simulated run. */
  public LatencyChart simulated(String label, Distribution latencies) {
    return with(new Line(label, latencies, false));
  }

  /** Adds measured latencies. */
  public LatencyChart measured(String label, Distribution latencies) {
    return with(new Line(label, latencies, true));
  }

  private LatencyChart with(Line line) {
    List<Line> more = new ArrayList<>(lines);
    more.add(line);
    return new LatencyChart(title, more);
  }

  /**
   * Returns the chart as an XChart chart, to change before it is shown. Its series have the names
   * that the legend shows.
   */
  public XYChart chart() {
    TimeUnits unit = TimeUnits.of(Duration.ofNanos(longest()));
    double nanos = 1e9 / unit.count(Duration.ofSeconds(1));
    XYChart chart = Charts.lines(title, "latency in " + unit, "at most so long, in %");
    chart.getStyler().setYAxisMin(0.0).setYAxisMax(100.0).setXAxisLogarithmic(true);
    chart.getStyler().setXAxisDecimalPattern("#,##0.####").setYAxisDecimalPattern("0");
    chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
    double low = Math.floor(Math.log10(Math.max(1, shortest()) / nanos));
    double high = Math.ceil(Math.log10(Math.max(2, longest()) / nanos));
    chart.getStyler().setXAxisMin(Math.pow(10, low));
    chart.getStyler().setXAxisMax(Math.pow(10, Math.max(high, low + 1)));
    chart.getStyler().setYAxisTickMarkSpacingHint(70);
    List<String> labels = lines.stream().map(Line::label).distinct().toList();
    for (Line line : lines) {
      if (line.latencies().count() > 0) {
        add(chart, line, labels.indexOf(line.label()), nanos);
      }
    }
    return chart;
  }

  private static void add(XYChart chart, Line line, int i, double nanos) {
    double[] shares = line.isMeasured() ? MARKS : POINTS;
    double[] x = new double[shares.length];
    double[] y = new double[shares.length];
    for (int s = 0; s < shares.length; s++) {
      x[s] = Math.max(1, line.latencies().quantile(shares[s])) / nanos;
      y[s] = 100 * shares[s];
    }
    XYSeries series = chart.addSeries(line.name(), x, y);
    series.setLineColor(Theme.series(i).light()).setLineStyle(Theme.dash(i));
    if (line.isMeasured()) {
      series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
      series.setMarker(Theme.marker(i)).setMarkerColor(Theme.series(i).light());
    } else {
      series.setMarker(SeriesMarkers.NONE);
    }
  }

  private long longest() {
    return lines.stream().mapToLong(line -> line.latencies().max()).max().orElse(1);
  }

  private long shortest() {
    return lines.stream().mapToLong(line -> line.latencies().min()).min().orElse(1);
  }

  @Override
  public String html() {
    return SvgChart.of(chart(), text()).html();
  }

  @Override
  public String text() {
    List<String> words = new ArrayList<>(List.of(title, "Across: latency", "Up: share in %"));
    for (Line line : lines) {
      Distribution all = line.latencies();
      words.add(
          "%s: %s times, median %s, 10–90 %% %s, 99 %% %s, longest %s"
              .formatted(
                  line.name(),
                  Numbers.count(all.count()),
                  said(all.median()),
                  Durations.formatRange(
                      Duration.ofNanos(all.quantile(0.1)), Duration.ofNanos(all.quantile(0.9))),
                  said(all.quantile(0.99)),
                  said(all.max())));
    }
    return String.join("\n", words);
  }

  private static String said(long nanos) {
    return Durations.format(Duration.ofNanos(nanos));
  }
}
