package interlock.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.PieChart;
import org.knowm.xchart.XYChart;
import org.w3c.dom.Element;

class SvgChartTest {
  private static final String SCRIPT = "<script>alert('&')</script>";

  private static XYChart squares() {
    XYChart chart = Charts.lines("Squares", "side in m", "area in m²");
    chart.addSeries("area", new double[] {1, 2, 3}, new double[] {1, 4, 9});
    return chart;
  }

  @Test
  void chart_isWellFormedImageWithTitleAndWords() throws Exception {
    SvgChart picture = SvgChart.of(squares());
    Element svg = Markup.parse(picture.html()).root();
    assertEquals("img", svg.getAttribute("role"));
    assertEquals("0 0 800 500", svg.getAttribute("viewBox"));
    assertTrue(svg.getAttribute("style").contains("max-width:100%"));
    assertEquals("title", svg.getFirstChild().getNodeName());
    assertEquals(List.of("Squares"), Markup.parse(picture.html()).texts("title"));
    assertEquals(List.of(picture.text()), Markup.parse(picture.html()).texts("desc"));
  }

  @Test
  void labels_areTextNotOutlines() throws Exception {
    List<String> texts = Markup.parse(SvgChart.of(squares()).html()).texts("text");
    assertTrue(
        texts.containsAll(
            List.of("Squares", "side in m", "area in m²", "area", "1", "2", "3", "9")),
        texts.toString());
  }

  @Test
  void upAxisTitle_isTurnedText() throws Exception {
    Element title =
        Markup.parse(SvgChart.of(squares()).html()).all("text").stream()
            .filter(text -> text.getTextContent().equals("area in m²"))
            .findFirst()
            .orElseThrow();
    assertTrue(title.getAttribute("transform").endsWith("rotate(-90)"));
  }

  @Test
  void rotatedTickLabels_areTurnedText() throws Exception {
    CategoryChart chart = new CategoryChart(800, 500);
    chart.addSeries("n", List.of("alpha", "beta"), List.of(1, 2));
    chart.getStyler().setXAxisLabelRotation(45);
    Markup markup = Markup.parse(SvgChart.of(chart).html());
    assertTrue(markup.texts("text").containsAll(List.of("alpha", "beta")));
    assertTrue(markup.values("transform").stream().anyMatch(t -> t.endsWith("rotate(-45)")));
  }

  @Test
  void text_saysTitleAxesAndValues() {
    assertEquals(
        """
        Squares
        Across: side in m
        Up: area in m²
        area: 1 → 1, 2 → 4, 3 → 9\
        """,
        SvgChart.of(squares()).text());
  }

  @Test
  void hostileLabels_showAsText() throws Exception {
    XYChart chart = Charts.lines(SCRIPT, SCRIPT, SCRIPT);
    chart.addSeries(SCRIPT, new double[] {1, 2}, new double[] {1, 2});
    String html = SvgChart.of(chart).html();
    assertFalse(html.contains("<script"));
    List<String> texts = Markup.parse(html).texts("text");
    assertEquals(4, texts.stream().filter(SCRIPT::equals).count());
  }

  @Test
  void twoPictures_shareNoId() throws Exception {
    List<String> ids = new ArrayList<>();
    ids.addAll(Markup.parse(SvgChart.of(squares()).html()).values("id"));
    ids.addAll(Markup.parse(SvgChart.of(squares()).html()).values("id"));
    assertTrue(ids.size() >= 6, "title, description and a clip each: " + ids);
    assertEquals(ids.size(), new HashSet<>(ids).size(), ids.toString());
  }

  @Test
  void everyReference_hasItsTarget() throws Exception {
    Markup markup = Markup.parse(SvgChart.of(squares()).html());
    List<String> ids = markup.values("id");
    for (String clip : markup.values("clip-path")) {
      assertTrue(ids.contains(clip.replaceAll("url\\(#(.*)\\)", "$1")), clip);
    }
    for (String id : markup.root().getAttribute("aria-labelledby").split(" ", -1)) {
      assertTrue(ids.contains(id), id);
    }
  }

  @Test
  void themedColours_areClassesOfTheStyleSheet() throws Exception {
    String html = SvgChart.of(squares()).html();
    assertFalse(html.contains("fill=\"#"), "a colour that does not follow the theme");
    assertFalse(html.contains("stroke=\"#"), "a colour that does not follow the theme");
    String css = Markup.parse(html).texts("style").getFirst();
    assertTrue(css.contains("var(--jp-ui-font-color0,#1a1a1a)"));
    assertTrue(css.contains("[data-jp-theme-light=false] .ilk{"));
    assertTrue(css.contains("@media(prefers-color-scheme:dark){.ilk{"));
  }

  @Test
  void backgrounds_areNotDrawn() throws Exception {
    for (Element path : Markup.parse(SvgChart.of(squares()).html()).all("path")) {
      boolean clip = path.getParentNode().getNodeName().equals("clipPath");
      assertTrue(clip || !path.getAttribute("d").contains("800"), path.getAttribute("d"));
    }
  }

  @Test
  void ownColourAndDash_areKept() {
    XYChart chart = squares();
    chart.getSeries("area").setLineColor(new Color(0x123456)).setLineStyle(Theme.line(4, 9, 1));
    String html = SvgChart.of(chart).html();
    assertTrue(
        html.contains("stroke=\"#123456\" stroke-width=\"4\" stroke-dasharray=\"9 1\""), html);
  }

  @Test
  void chartWithoutTheme_getsIt() {
    XYChart chart = new XYChart(400, 300);
    chart.addSeries("a", new double[] {1, 2}, new double[] {1, 2});
    chart.addSeries("b", new double[] {1, 2}, new double[] {2, 3});
    String html = SvgChart.of(chart).html();
    assertTrue(html.contains("class=\"s-first\" stroke-width=\"2.50\" fill"));
    assertTrue(html.contains("class=\"s-second\" stroke-width=\"2.50\" stroke-dasharray=\"14 5\""));
  }

  @Test
  void styleChangedAfterTheme_isKept() {
    XYChart chart = squares();
    chart.getStyler().setLegendVisible(false).setPlotBackgroundColor(new Color(0xABCDEF));
    assertTrue(SvgChart.of(chart).html().contains("fill=\"#abcdef\""));
  }

  @Test
  void drawnTwice_isTheSameButForIds() {
    XYChart chart = squares();
    assertEquals(SvgChart.draw(chart, "words", "i"), SvgChart.draw(chart, "words", "i"));
  }

  @Test
  void chartOfAnotherKind_isDrawn() throws Exception {
    PieChart chart = new PieChart(400, 300);
    chart.addSeries("half", 1);
    chart.addSeries("other half", 1);
    SvgChart picture = SvgChart.of(chart);
    assertTrue(Markup.parse(picture.html()).texts("text").contains("other half"));
    assertTrue(picture.text().contains("half"));
  }

  @Test
  void commonChart_isSmall() {
    XYChart chart = Charts.lines("Six lines of forty points", "x", "y");
    double[] x = new double[40];
    for (int i = 0; i < 40; i++) {
      x[i] = i;
    }
    for (int i = 0; i < 6; i++) {
      int slope = i;
      double[] y = java.util.Arrays.stream(x).map(v -> Math.sin(v) * slope).toArray();
      chart.addSeries("line " + i, x, y);
    }
    int size = SvgChart.of(chart).html().length();
    assertTrue(size <= 40_000, size + " characters");
  }
}
