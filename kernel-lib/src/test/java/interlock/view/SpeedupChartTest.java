package interlock.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.measure.Measurement;
import interlock.measure.WorkerSeries;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;

class SpeedupChartTest {
  private static Measurement millis(long... samples) {
    return new Measurement("run", Arrays.stream(samples).mapToObj(Duration::ofMillis).toList());
  }

  private static SpeedupChart half() {
    SpeedupChart chart = SpeedupChart.of("Speedup", 4);
    chart.add("threads", 1, millis(100));
    chart.add("threads", 2, millis(75));
    return chart;
  }

  private static double[] values(double[] withGaps) {
    return Arrays.stream(withGaps).filter(y -> !Double.isNaN(y)).toArray();
  }

  @Test
  void measuredPoints_areSpeedups() {
    XYChart chart = half().chart();
    assertArrayEquals(
        new double[] {1, 100 / 75.0},
        values(chart.getSeries("measured: threads").getYData()),
        1e-9);
  }

  @Test
  void fit_runsThroughTheMeasuredPointsAndIsInTheLegend() {
    XYChart chart = half().chart();
    double[] workers = chart.getSeries("fit: threads").getXData();
    double[] law = chart.getSeries("fit: threads").getYData();
    for (int i = 0; i < workers.length; i++) {
      assertEquals(1 / (0.5 + 0.5 / workers[i]), law[i], 1e-9);
    }
    assertEquals("threads, 50.0 % serial", chart.getSeries("measured: threads").getLabel());
  }

  @Test
  void oneWorkerOnly_hasNoFit() {
    SpeedupChart chart = SpeedupChart.of("Speedup", 4);
    chart.add("threads", 1, millis(100));
    assertNull(chart.chart().getSeries("fit: threads"));
    assertEquals("threads", chart.chart().getSeries("measured: threads").getLabel());
  }

  @Test
  void withoutItsFirstRun_aSeriesWaits() {
    SpeedupChart chart = SpeedupChart.of("Speedup", 4);
    chart.add("threads", 2, millis(75));
    assertTrue(chart.curves().isEmpty());
    chart.add("threads", 1, millis(100));
    assertEquals(2, chart.curves().getFirst().points().size());
  }

  @Test
  void commonBaseline_isTheRunOfSpeedupOne() {
    SpeedupChart chart = half().against(millis(300));
    assertEquals(3, chart.curves().getFirst().points().getFirst().speedup(), 1e-9);
  }

  @Test
  void wholeSeries_bringsItsBaseline() {
    TreeMap<Integer, Measurement> runs = new TreeMap<>();
    runs.put(2, millis(50));
    SpeedupChart chart = SpeedupChart.of("Speedup", 4);
    chart.add(new WorkerSeries("threads", millis(100), runs));
    assertEquals(2, chart.curves().getFirst().points().getFirst().speedup(), 1e-9);
  }

  @Test
  void errorBars_reachFromLowToHigh() {
    SpeedupChart chart = SpeedupChart.of("Speedup", 2);
    chart.add("threads", 1, millis(90, 100, 110));
    double[] ends = values(chart.chart().getSeries("spread: threads").getYData());
    assertEquals(92 / 108.0, Arrays.stream(ends).min().orElseThrow(), 1e-9);
    assertEquals(108 / 92.0, Arrays.stream(ends).max().orElseThrow(), 1e-9);
  }

  @Test
  void axes_holdTheIdealAndTheCores() {
    XYChart chart = half().chart();
    assertEquals("workers (this machine has 4 cores)", chart.getXAxisTitle());
    assertEquals(4.0, chart.getStyler().getXAxisMax());
    assertEquals(4.0, chart.getStyler().getYAxisMax());
    assertArrayEquals(new double[] {4, 4}, chart.getSeries("cores").getXData());
    assertArrayEquals(new double[] {0, 1, 2, 3, 4}, chart.getSeries("ideal").getYData());
  }

  @Test
  void moreWorkersThanCores_widenTheAxis() {
    SpeedupChart chart = half();
    chart.add("threads", 16, millis(60));
    assertEquals(16.0, chart.chart().getStyler().getXAxisMax());
  }

  @Test
  void pointsBeyondTheCores_doNotBendTheFit() {
    SpeedupChart chart = half();
    chart.add("threads", 16, millis(75));
    XYChart drawn = chart.chart();
    assertEquals("threads, 50.0 % serial", drawn.getSeries("measured: threads").getLabel());
    double[] workers = drawn.getSeries("fit: threads").getXData();
    assertEquals(4, workers[workers.length - 1], 1e-9);
  }

  @Test
  void emptyChart_isAPicture() throws Exception {
    Picture picture = SpeedupChart.of("Speedup", 1).picture();
    List<String> texts = Markup.parse(picture.html()).texts("text");
    assertTrue(texts.containsAll(List.of("Speedup", "ideal", "1 core", "0", "1", "2")));
    assertTrue(picture.text().contains("this machine has 1 core)"));
  }

  @Test
  void text_saysPointsAndFit() {
    assertEquals(
        """
        Speedup
        Across: workers (this machine has 4 cores)
        Up: speedup
        ideal: n workers are n times as fast
        threads: 1 worker: 1.00× (1.00–1.00), 2 workers: 1.33× (1.33–1.33); Amdahl, 50.0 % serial\
        """,
        half().picture().text());
  }

  @Test
  void seriesNamedLikeALineOfTheChart_isDrawn() throws Exception {
    SpeedupChart chart = half();
    for (String name : List.of("ideal", "cores", "fit: threads", "<script>")) {
      chart.add(name, 1, millis(100));
    }
    List<String> texts = Markup.parse(chart.picture().html()).texts("text");
    assertEquals(2, texts.stream().filter("ideal"::equals).count());
    assertTrue(texts.contains("<script>"));
  }

  @Test
  void pictureTakenBefore_doesNotChange() {
    SpeedupChart chart = half();
    Picture before = chart.picture();
    String html = before.html();
    chart.add("threads", 4, millis(62));
    assertEquals(html, before.html());
    assertNotEquals(before.text(), chart.picture().text());
  }

  @Test
  void manyThreads_loseNoMeasurement() throws Exception {
    SpeedupChart chart = SpeedupChart.of("Speedup", 4);
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      Stream<Future<?>> adding =
          IntStream.range(0, 4)
              .mapToObj(s ->
                  pool.submit(() -> {
                    for (int n = 1; n <= 10; n++) {
                      chart.add("series " + s, n, millis(100 / n + 1));
                      chart.picture();
                    }
                  }));
      for (Future<?> future : adding.toList()) {
        future.get();
      }
    }
    assertEquals(4, chart.curves().size());
    chart.curves().forEach(curve -> assertEquals(10, curve.points().size()));
  }

  @Test
  void badInput_isRefusedInOneSentence() {
    SpeedupChart chart = SpeedupChart.of("Speedup", 4);
    assertRefused("A speedup needs 1 worker or more, not 0", () -> chart.add("a", 0, millis(1)));
    assertRefused("A series needs a name for the legend", () -> chart.add(" ", 1, millis(1)));
    assertRefused(
        "run took no time at all: give it more work before you compare",
        () -> chart.add("a", 1, millis(1, 0)));
    assertRefused("A machine has 1 core or more, not 0", () -> SpeedupChart.of("t", 0));
  }

  private static void assertRefused(String message, Runnable action) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, action::run).getMessage());
  }
}
