package interlock.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.measure.MemoryMark;
import interlock.measure.MemoryPoint;
import interlock.measure.MemoryRecord;
import interlock.measure.MemorySeries;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;

class MemoryChartTest {
  private static final MemoryRecord RECORD =
      new MemoryRecord(
          Duration.ofSeconds(2),
          3,
          Duration.ofMillis(1),
          List.of(
              new MemorySeries("heap used", points(1 << 20, 3 << 20, 2 << 20)),
              new MemorySeries("<b>", points(1 << 20, 1 << 20, 1 << 20))),
          List.of(new MemoryMark(Duration.ofMillis(1500), "<i>made</i>")),
          null);

  private static List<MemoryPoint> points(long a, long b, long c) {
    return List.of(
        new MemoryPoint(Duration.ZERO, a),
        new MemoryPoint(Duration.ofSeconds(1), b),
        new MemoryPoint(Duration.ofSeconds(2), c));
  }

  private static List<String> names(XYChart chart) {
    return chart.getSeriesCollection().stream().map(series -> series.getName()).toList();
  }

  @Test
  void chart_hasALineForEachSeriesAndMark() {
    XYChart chart = MemoryChart.of("x", RECORD).chart();
    assertEquals(List.of("heap used", "<b>", "mark 0"), names(chart));
    assertEquals("MiB", chart.getYAxisTitle());
    assertEquals(3.0, chart.getSeriesCollection().iterator().next().getYData()[1]);
    assertTrue(chart.getStyler().getYAxisMax() > 3);
  }

  @Test
  void manyMarks_standAboveTheHighestLine() {
    List<MemoryMark> marks =
        IntStream.range(0, 6).mapToObj(i -> new MemoryMark(Duration.ofMillis(i), "m")).toList();
    MemoryRecord record =
        new MemoryRecord(RECORD.length(), 3, RECORD.ownCpu(), RECORD.series(), marks, null);
    XYChart chart = MemoryChart.of("x", record).chart();
    double text = 0.03 * chart.getStyler().getYAxisMax();
    for (int i = 0; i < 6; i++) {
      double height = chart.getSeries("mark " + i).getYData()[1];
      assertTrue(i == 0 || height < chart.getSeries("mark " + (i - 1)).getYData()[1], "mark " + i);
      assertTrue(height - text > 3, "mark " + i);
    }
  }

  @Test
  void chosenLabels_areShownAlone() {
    XYChart chart = MemoryChart.of("x", RECORD, "<b>", "no such").chart();
    assertEquals(List.of("<b>", "mark 0"), names(chart));
  }

  @Test
  void text_tellsEachSeriesAndMark() {
    assertEquals(
        """
        x
        Across: time, 2.00 s in all
        heap used: from 1.00 MiB to 2.00 MiB, highest 3.00 MiB at 1.00 s
        <b>: from 1.00 MiB to 1.00 MiB, highest 1.00 MiB at 0 ns
        1.50 s: <i>made</i> (heap used 3.00 MiB, <b> 1.00 MiB)\
        """,
        MemoryChart.of("x", RECORD).text());
  }

  @Test
  void wordsFromOutside_areEscaped() {
    String html = MemoryChart.of("x", RECORD).html();
    assertEquals(-1, html.indexOf("<b>"));
    assertEquals(-1, html.indexOf("<i>"));
  }

  @Test
  void emptyRecord_isStillAPicture() {
    MemoryRecord none =
        new MemoryRecord(
            Duration.ZERO, 0, Duration.ZERO, List.of(), List.of(), "nothing can be seen");
    assertTrue(MemoryChart.of(none).html().startsWith("<svg"));
    assertTrue(MemoryChart.of(none).text().endsWith("nothing can be seen"));
  }
}
