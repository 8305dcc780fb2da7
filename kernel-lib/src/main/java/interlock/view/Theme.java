package interlock.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.series.AxesChartSeries;
import org.knowm.xchart.internal.series.Series;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.HorizontalBarStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The look that all pictures share: three type sizes, the {@link Ink}s, and a marker and a dash of
 * its own for each thing compared, so that no picture depends on colour alone.
 */
public final class Theme {
  /** The size of a picture's title, in pixels. */
  public static final int TITLE_SIZE = 21;

  /** The size of words: axis titles, legend, tables, in pixels. */
  public static final int LABEL_SIZE = 17;

  /** The smallest size: numbers along an axis, notes, in pixels. */
  public static final int SMALL_SIZE = 15;

  /** The width of a chart unless said otherwise, in pixels. */
  public static final int WIDTH = 800;

  /** The height of a chart unless said otherwise, in pixels. */
  public static final int HEIGHT = 500;

  static final String CSS_CLASS = "ilk";

  private static final float LINE_WIDTH = 2.5f;
  private static final Font TITLE = Lettering.listening(Typeface.font(Font.BOLD, TITLE_SIZE));
  private static final Font LABEL = Lettering.listening(Typeface.font(Font.PLAIN, LABEL_SIZE));
  private static final Font SMALL = Lettering.listening(Typeface.font(Font.PLAIN, SMALL_SIZE));

  private static final List<Ink> SERIES =
      List.of(Ink.FIRST, Ink.SECOND, Ink.THIRD, Ink.FOURTH, Ink.FIFTH, Ink.SIXTH);

  private static final List<Marker> MARKERS =
      List.of(
          SeriesMarkers.CIRCLE,
          SeriesMarkers.SQUARE,
          SeriesMarkers.DIAMOND,
          SeriesMarkers.TRIANGLE_UP,
          SeriesMarkers.TRIANGLE_DOWN,
          OpenMarker.RING,
          OpenMarker.FRAME);

  private static final List<BasicStroke> LINES =
      List.of(
          line(LINE_WIDTH),
          line(LINE_WIDTH, 14, 5),
          line(LINE_WIDTH, 7, 4),
          line(LINE_WIDTH, 14, 4, 3, 4),
          line(LINE_WIDTH, 3, 3));

  private Theme() {}

  /** Returns the font of titles. */
  public static Font title() {
    return TITLE;
  }

  /** Returns the font of axis titles and the legend. */
  public static Font label() {
    return LABEL;
  }

  /** Returns the font of the numbers along an axis. */
  public static Font small() {
    return SMALL;
  }

  /** Returns the ink of the {@code i}-th thing compared, from 0; after the last it starts again. */
  public static Ink series(int i) {
    return SERIES.get(i % SERIES.size());
  }

  /** Returns the marker of the {@code i}-th thing compared, from 0. */
  public static Marker marker(int i) {
    return MARKERS.get(i % MARKERS.size());
  }

  /** Returns the line of the {@code i}-th thing compared, from 0, with dashes of its own. */
  public static BasicStroke dash(int i) {
    return LINES.get(i % LINES.size());
  }

  /**
   * Returns a line.
   *
   * @param width in pixels
   * @param dashes lengths drawn and left out in turn, in pixels; none for a line without gaps
   */
  public static BasicStroke line(float width, float... dashes) {
    return new BasicStroke(
        width,
        BasicStroke.CAP_BUTT,
        BasicStroke.JOIN_ROUND,
        10,
        dashes.length == 0 ? null : dashes,
        0);
  }

  /**
   * Gives a chart the theme's colours, fonts, markers and dashes, and returns it. Positions, ranges
   * and what a series sets for itself stay as they are.
   */
  public static <C extends Chart<?, ?>> C apply(C chart) {
    Styler styler = chart.getStyler();
    surfaces(styler);
    fonts(styler);
    styler.setSeriesColors(SERIES.stream().map(Ink::light).toArray(Color[]::new));
    styler.setSeriesMarkers(MARKERS.toArray(Marker[]::new));
    styler.setSeriesLines(LINES.toArray(BasicStroke[]::new));
    styler.setMarkerSize(10);
    if (styler instanceof AxesChartStyler axes) {
      axes(axes);
    }
    bars(styler);
    return chart;
  }

  /** Gives each line that has no style of its own the dash of its place in the chart. */
  static void dash(Chart<?, ?> chart) {
    int i = 0;
    for (Series series : chart.getSeriesCollection()) {
      if (series instanceof AxesChartSeries line && line.getLineStyle() == null) {
        line.setLineStyle(dash(i));
      }
      i++;
    }
  }

  /** Returns true if the chart has had the theme applied. */
  static boolean isApplied(Chart<?, ?> chart) {
    return TITLE.equals(chart.getStyler().getChartTitleFont())
        && Ink.TEXT.light().equals(chart.getStyler().getChartFontColor());
  }

  private static void surfaces(Styler styler) {
    styler
        .setChartBackgroundColor(Ink.CLEAR)
        .setPlotBackgroundColor(Ink.CLEAR)
        .setLegendBackgroundColor(Ink.CLEAR)
        .setLegendBorderColor(Ink.CLEAR)
        .setPlotBorderVisible(false)
        .setChartTitleBoxVisible(false)
        .setChartFontColor(Ink.TEXT.light())
        .setXAxisTitleColor(Ink.TEXT.light())
        .setYAxisTitleColor(Ink.TEXT.light())
        .setAnnotationTextFontColor(Ink.SOFT.light())
        .setAnnotationLineColor(Ink.SOFT.light())
        .setAnnotationLineStroke(line(1.5f));
  }

  private static void fonts(Styler styler) {
    styler
        .setBaseFont(LABEL)
        .setChartTitleFont(TITLE)
        .setLegendFont(LABEL)
        .setAnnotationTextFont(SMALL)
        .setChartTitlePadding(8)
        .setChartPadding(10)
        .setLegendPadding(8)
        .setLegendSeriesLineLength(36);
  }

  private static void axes(AxesChartStyler styler) {
    styler
        .setAxisTitleFont(LABEL)
        .setAxisTickLabelsFont(SMALL)
        .setAxisTickLabelsColor(Ink.TEXT.light())
        .setXAxisTickLabelsColor(Ink.TEXT.light())
        .setYAxisTickLabelsColor(Ink.TEXT.light())
        .setAxisTickMarksColor(Ink.SOFT.light())
        .setXAxisTickMarksColor(Ink.SOFT.light())
        .setYAxisTickMarksColor(Ink.SOFT.light())
        .setAxisTickMarksStroke(line(1))
        .setPlotGridLinesColor(Ink.GRID.light())
        .setPlotGridLinesStroke(line(1))
        .setErrorBarsColorSeriesColor(true)
        .setYAxisLabelAlignment(TextAlignment.Right);
  }

  private static void bars(Styler styler) {
    switch (styler) {
      case CategoryStyler bars ->
          bars.setLabelsFont(SMALL)
              .setLabelsFontColorAutomaticEnabled(false)
              .setLabelsFontColor(Ink.TEXT.light());
      case HorizontalBarStyler bars ->
          bars.setLabelsFont(SMALL)
              .setLabelsFontColorAutomaticEnabled(false)
              .setLabelsFontColor(Ink.TEXT.light());
      default -> {}
    }
  }

  /**
   * Returns the style sheet of every picture in HTML, to stand in a {@code <style>} inside an
   * element of class {@code ilk}. It names nothing outside that class.
   *
   * <p>Classes within: {@code t1 t2 t3} are the sizes of title, words and notes. {@code c-text},
   * {@code c-soft}, {@code c-runs} … colour words by {@link Ink}; {@code f-…} fills and {@code s-…}
   * strokes SVG. The variables {@code --ilk-text}, {@code --ilk-runs} …, {@code --ilk-t1} to {@code
   * --ilk-t3} and {@code --ilk-font} serve rules of your own.
   */
  public static String css() {
    return StyleSheet.page();
  }
}
