package interlock.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.gil.timeline.Distribution;
import interlock.gil.timeline.Timeline;
import interlock.scaling.SpeedupCurve;
import interlock.scaling.SpeedupPoint;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

class GilChartsTest {
  private static final Timeline RUN = GilRuns.twoCounters(9);

  static SimulatedSpeedup speedup() {
    return SimulatedSpeedup.of("π on threads")
        .simulated("3.11", new TreeMap<>(Map.of(1, 1.0, 2, 0.98, 4, 0.97)))
        .measured(new SpeedupCurve("3.11", List.of(new SpeedupPoint(2, 0.96, 0.9, 1))));
  }

  static LatencyChart latencies() {
    return LatencyChart.of("Echo")
        .simulated("5 ms", Distribution.of(20_000, 5_000_000, 10_000_000))
        .measured("5 ms", Distribution.of(25_000, 5_100_000, 11_000_000));
  }

  static ThreadShares shares() {
    return new ThreadShares("Where the time went", RUN.figures());
  }

  @Test
  void simulated_isALineAndMeasuredAreMarksInTheSameInk() {
    XYChart chart = speedup().chart();
    XYSeries line = chart.getSeries("simulated: 3.11");
    XYSeries marks = chart.getSeries("measured: 3.11");
    assertEquals(SeriesMarkers.NONE, line.getMarker());
    assertEquals(line.getLineColor(), marks.getMarkerColor());
    assertEquals("3.11, measured", marks.getLabel());
    assertEquals("spread: 3.11", chart.getSeries("spread: 3.11").getName());
    assertTrue(chart.getStyler().getYAxisMax() >= 1.0);
  }

  @Test
  void speedups_areSaidInWords() {
    assertTrue(
        speedup().text().contains("3.11, simulated: 1 → 1.00×, 2 → 0.98×, 4 → 0.97×"),
        speedup().text());
    assertTrue(speedup().text().contains("(measured)"));
  }

  @Test
  void speedupsOfRuns_areAgainstTheBaseline() {
    Timeline half = GilRuns.twoCounters(4);
    SimulatedSpeedup chart =
        SimulatedSpeedup.of("t")
            .simulated("x", RUN.figures(), new TreeMap<>(Map.of(2, half.figures())));
    assertEquals(Map.of(2, 2.0), chart.simulated().getFirst().byThreads());
  }

  @Test
  void namesThatClash_areRefusedInOneSentence() {
    assertEquals(
        "Each series needs a name of its own, not '3.11'",
        assertThrows(
                IllegalArgumentException.class,
                () -> speedup().simulated("3.11", new TreeMap<>(Map.of(1, 1.0))))
            .getMessage());
    assertEquals(
        "Two latencies are called '5 ms, measured'",
        assertThrows(
                IllegalArgumentException.class,
                () -> latencies().measured("5 ms", Distribution.of(1)))
            .getMessage());
  }

  @Test
  void latencies_riseToAHundredPercentOnALogarithmicAxis() {
    XYChart chart = latencies().chart();
    XYSeries line = chart.getSeries("5 ms, simulated");
    assertTrue(chart.getStyler().isXAxisLogarithmic());
    assertEquals(0.01, chart.getStyler().getXAxisMin(), 1e-9);
    assertEquals(100, chart.getStyler().getXAxisMax(), 1e-9);
    assertEquals(SeriesMarkers.NONE, line.getMarker());
    assertEquals(100, line.getYMax());
    assertEquals(10, line.getXData()[line.getXData().length - 1], 1e-9);
  }

  @Test
  void simulatedLatenciesAlone_haveATickEachTwentyPercent() throws Exception {
    LatencyChart alone =
        LatencyChart.of("Echo").simulated("5 ms", Distribution.of(20_000, 5_000_000, 10_000_000));
    List<String> words = Markup.parse(alone.html()).texts("text");
    assertTrue(words.containsAll(List.of("20", "40", "60", "80")), words.toString());
    assertFalse(words.contains("96"), words.toString());
  }

  @Test
  void latencies_areSaidInWords() {
    assertTrue(
        latencies().text().contains("5 ms, simulated: 3 times, median 5.00 ms, 10–90 %"),
        latencies().text());
    assertTrue(LatencyChart.of("none").simulated("x", Distribution.of()).html().contains("<svg"));
  }

  @Test
  void switches_areBarsByCause() {
    Picture bars = GilCharts.switches("Why the lock went over", RUN.figures());
    assertTrue(bars.text().contains("interval expired → 9"), bars.text());
    Timeline quiet = GilRuns.of("main").end("Nothing", 1000);
    assertThrows(IllegalArgumentException.class, () -> GilCharts.switches("none", quiet.figures()));
  }

  @Test
  void utilization_isInPercentOfTheRun() {
    Picture bars = GilCharts.utilization("Cores", RUN.figures());
    assertTrue(bars.text().contains("core 0 → 100, core 1 → 25"), bars.text());
  }

  @Test
  void threadShares_addUpAndTellTheGilFromALock() throws Exception {
    String text = shares().text();
    assertTrue(text.contains("main: runs with the GIL 49.8 %, waits for a core 0."), text);
    assertTrue(text.contains("waits for the GIL"), text);
    assertTrue(Markup.parse(shares().html()).texts("text").contains("GIL"));
    assertFalse(shares().html().contains("NaN"));
  }

  @Test
  void ofManyThreads_theLastLaneIsTheMeanOfTheRest() {
    Timeline busy = GilRuns.busy(40, 4000);
    String text = new ThreadShares("t", busy.figures()).text();
    assertTrue(text.contains("\n25 other threads: "), text);
  }
}
