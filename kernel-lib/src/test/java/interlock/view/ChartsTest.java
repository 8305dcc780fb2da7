package interlock.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.measure.Measurement;
import interlock.measure.WorkerSeries;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.XYChart;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ChartsTest {
  @Test
  void bars_haveEveryLabelAndValueInOrder() throws Exception {
    List<String> labels = IntStream.range(0, 25).mapToObj(i -> "language " + i).toList();
    double[] values = IntStream.range(0, 25).mapToDouble(i -> 100.5 - i).toArray();
    HorizontalBarChart chart = Charts.bars("Ranking", labels, values, "score");
    List<String> texts = Markup.parse(SvgChart.of(chart).html()).texts("text");
    assertTrue(texts.containsAll(labels), texts.toString());
    assertTrue(texts.containsAll(List.of("100.5", "76.5", "score")), texts.toString());
    assertEquals(0.0, chart.getStyler().getXAxisMin());
    assertTrue(chart.getStyler().getXAxisMax() > 100.5);
  }

  @Test
  void barsOfTable_takeTheColumns() {
    Table table =
        Table.create(
            StringColumn.create("language", "C", "Java"), DoubleColumn.create("share", 2, 1));
    assertTrue(
        SvgChart.of(Charts.bars("Shares", table, "language", "share"))
            .text()
            .endsWith("share: C → 2, Java → 1"));
  }

  @Test
  void equalAndEmptyLabels_stayBarsOfTheirOwn() throws Exception {
    HorizontalBarChart chart =
        Charts.bars("t", List.of("a", "a", "", ""), new double[] {1, 2, 3, 4}, "n");
    List<String> texts = Markup.parse(SvgChart.of(chart).html()).texts("text");
    assertTrue(texts.containsAll(List.of("a", "a (2)", "–", "– (2)")), texts.toString());
  }

  @Test
  void labelsTooLong_areCutAndLeaveTheBarsTheirRoom() throws Exception {
    String label = "m".repeat(300);
    HorizontalBarChart chart = Charts.bars("t", List.of(label, label), new double[] {1, 2}, "n");
    List<String> texts = Markup.parse(SvgChart.of(chart).html()).texts("text");
    List<String> cut = texts.stream().filter(text -> text.contains("m…")).toList();
    assertEquals(2, cut.size(), texts.toString());
    assertTrue(cut.stream().allMatch(t -> TypeSize.SMALL.width(t) < Theme.WIDTH / 2.0));
  }

  @Test
  void barLabels_keepTheirDistanceFromTheBars() {
    HorizontalBarChart chart = Charts.bars("t", List.of("a"), new double[] {1}, "n");
    assertTrue(chart.getStyler().getAxisTickPadding() >= 8);
  }

  @Test
  void allZeroBars_areDrawn() {
    assertEquals(
        1.0, Charts.bars("t", List.of("a"), new double[] {0}, "n").getStyler().getXAxisMax());
  }

  @Test
  void badBars_areRefused() {
    assertRefused("A bar chart needs a label for each value: 1 labels, 0 values", List.of("a"));
    assertRefused("A bar's length is a number from 0 on: a has NaN", List.of("a"), Double.NaN);
    assertRefused("A bar's length is a number from 0 on: a has -1.0", List.of("a"), -1);
    assertRefused("A bar chart needs a label for each value: 0 labels, 0 values", List.of());
  }

  private static void assertRefused(String message, List<String> labels, double... values) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Charts.bars("t", labels, values, "n"));
    assertEquals(message, e.getMessage());
  }

  @Test
  void oneLine_countsFromZero() {
    XYChart chart = Charts.lines("t", "round", "s", 3, 2, 1);
    assertArrayEquals(new double[] {0, 1, 2}, chart.getSeries("s").getXData());
    assertArrayEquals(new double[] {3, 2, 1}, chart.getSeries("s").getYData());
  }

  @Test
  void times_standBetweenPowersOfTen() throws Exception {
    TreeMap<Integer, Measurement> runs = new TreeMap<>();
    runs.put(1, Measurement.of("one", Duration.ofMillis(300)));
    runs.put(2, Measurement.of("two", Duration.ofMillis(200)));
    WorkerSeries series = new WorkerSeries("threads", runs.firstEntry().getValue(), runs);
    XYChart chart = Charts.times("Times", List.of(series));
    assertArrayEquals(new double[] {0.3, 0.2}, chart.getSeries("threads").getYData());
    assertEquals(0.1, chart.getStyler().getYAxisMin(), 1e-12);
    assertEquals(1.0, chart.getStyler().getYAxisMax(), 1e-12);
    List<String> texts = Markup.parse(SvgChart.of(chart).html()).texts("text");
    assertTrue(texts.containsAll(List.of("0.1", "1")), texts.toString());
  }

  @Test
  void noTimes_isAnEmptyChart() {
    assertEquals(
        "Times\nAcross: workers\nUp: median time in seconds",
        SvgChart.of(Charts.times("Times", List.of())).text());
  }
}
