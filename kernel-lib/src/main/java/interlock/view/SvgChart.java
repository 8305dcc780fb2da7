package interlock.view;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import java.util.concurrent.atomic.AtomicLong;
import org.knowm.xchart.internal.chartpart.Chart;

/**
 * A chart as inline SVG with real text, which takes its colours from the page's theme.
 *
 * @param html the SVG element
 * @param text the chart's title, axes and values in words
 */
public record SvgChart(String html, String text) implements Picture {
  /** Old output outlives a kernel in the page, so a counter alone would repeat an id. */
  private static final String RUN =
      "i" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

  private static final AtomicLong COUNT = new AtomicLong();

  /**
   * Draws the chart as it is now. The {@link Theme} is applied first unless it has been: to change
   * a colour or a font, apply it yourself and then change that. Not safe against a thread that
   * changes the chart meanwhile.
   *
   * @throws IllegalStateException if the machine has no font
   */
  public static SvgChart of(Chart<?, ?> chart) {
    return of(chart, ChartText.of(chart));
  }

  /** Draws the chart with a text equivalent that says more than its series do. */
  static SvgChart of(Chart<?, ?> chart, String text) {
    return new SvgChart(draw(chart, text, RUN + "-" + COUNT.incrementAndGet()), text);
  }

  /** Draws the chart; {@code id} starts every id in it. */
  static String draw(Chart<?, ?> chart, String text, String id) {
    if (!Theme.isApplied(chart)) {
      Theme.apply(chart);
    }
    Theme.dash(chart);
    VectorGraphics2D graphics = new VectorGraphics2D();
    Lettering lettering = new Lettering();
    try {
      lettering.listen(() -> chart.paint(graphics, chart.getWidth(), chart.getHeight()));
    } catch (Error | RuntimeException e) {
      Typeface.check();
      throw e;
    }
    String body = new SvgWriter(id, lettering).write(graphics.getCommands());
    return element(chart, text, id, body);
  }

  private static String element(Chart<?, ?> chart, String text, String id, String body) {
    String title = chart.getTitle().isBlank() ? "Chart" : chart.getTitle();
    return """
    <svg xmlns="http://www.w3.org/2000/svg" class="%s" role="img" \
    aria-labelledby="%4$st %4$sd" viewBox="0 0 %2$d %3$d" width="%2$d" height="%3$d" \
    style="max-width:100%%;height:auto">\
    <title id="%4$st">%5$s</title><desc id="%4$sd">%6$s</desc><style>%7$s</style>%8$s</svg>\
    """
        .formatted(
            Theme.CSS_CLASS,
            chart.getWidth(),
            chart.getHeight(),
            id,
            Html.escape(title),
            Html.escape(text),
            StyleSheet.drawing(),
            body);
  }
}
