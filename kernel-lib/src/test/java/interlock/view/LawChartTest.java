package interlock.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.scaling.Amdahl;
import interlock.scaling.KarpFlatt;
import interlock.scaling.SpeedupCurve;
import interlock.scaling.SpeedupPoint;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;

class LawChartTest {
  private static final SpeedupCurve THREADS =
      new SpeedupCurve(
          "threads",
          List.of(
              new SpeedupPoint(1, 1, 1, 1),
              new SpeedupPoint(2, 1.6, 1.5, 2),
              new SpeedupPoint(64, 9, 9, 9)));

  private static double[] values(double[] withGaps) {
    return Arrays.stream(withGaps).filter(y -> !Double.isNaN(y)).toArray();
  }

  @Test
  void law_isALineOverAllWorkers() {
    XYChart chart = LawChart.of("Laws", 4).law("half", new Amdahl(0.5)).chart();
    assertArrayEquals(new double[] {1, 2, 3, 4}, chart.getSeries("law: half").getXData());
    assertArrayEquals(
        new double[] {1, 1 / 0.75, 1.5, 1.6}, chart.getSeries("law: half").getYData(), 1e-12);
  }

  @Test
  void measuredPoints_areMarksAsFarAsTheAxisGoes() {
    XYChart chart = LawChart.of("Laws", 8).measured(THREADS).chart();
    assertArrayEquals(
        new double[] {1, 1.6}, values(chart.getSeries("measured: threads").getYData()));
  }

  @Test
  void axis_holdsTheHighestLine() {
    XYChart chart = LawChart.of("Laws", 64).law(new Amdahl(0.5)).chart();
    assertTrue(chart.getStyler().getYAxisMax() > 1.96 && chart.getStyler().getYAxisMax() < 3);
  }

  @Test
  void errorBarAboveTheIdeal_isNotCutOff() {
    SpeedupCurve noisy = new SpeedupCurve("noisy", List.of(new SpeedupPoint(2, 1.9, 1, 2.6)));
    XYChart chart = LawChart.of("Laws", 2).law(new Amdahl(0)).measured(noisy).chart();
    assertTrue(chart.getStyler().getYAxisMax() > 2.6);
  }

  @Test
  void marksWithoutALine_haveNoneInTheLegend() {
    XYChart chart = LawChart.of("Laws", 8).law(new Amdahl(0)).measured(THREADS).chart();
    assertEquals(
        Optional.of(XYSeriesRenderStyle.Scatter),
        chart.getSeries("measured: threads").getXYSeriesRenderStyle());
  }

  @Test
  void longAxis_endsAtTheMostWorkers() {
    double[] workers =
        LawChart.of("Laws", 100_003)
            .law("a", new Amdahl(0.5))
            .chart()
            .getSeries("law: a")
            .getXData();
    assertEquals(100_003, workers[workers.length - 1]);
    assertTrue(workers.length < 300);
  }

  @Test
  void text_saysWhatIsComputedAndWhatIsMeasured() {
    String text = LawChart.of("Laws", 4).law(new Amdahl(0.5)).measured(THREADS).text();
    assertTrue(
        text.contains("Amdahl, 50.0 % serial (computed): 1 → 1.00, 2 → 1.33, 4 → 1.60"), text);
    assertTrue(text.contains("threads: 1 worker: 1.00× (1.00–1.00)"), text);
  }

  @Test
  void badInput_isRefused() {
    refused("A chart of laws needs 2 workers or more, not 1", () -> LawChart.of("Laws", 1));
    refused(
        "Each line needs a name of its own, not 'threads'",
        () -> LawChart.of("Laws", 4).law("threads", new Amdahl(0)).measured(THREADS));
    refused(
        "A serial share needs a speedup with 2 workers or more, and there is none",
        () -> ShareChart.of("Shares", List.of(KarpFlatt.of(THREADS.upTo(1)))));
  }

  private static void refused(String sentence, Runnable action) {
    assertEquals(sentence, assertThrows(IllegalArgumentException.class, action::run).getMessage());
  }

  @Test
  void shares_areMarksInPerCentWithErrorBars() {
    XYChart chart = ShareChart.chart("Shares", List.of(KarpFlatt.of(THREADS.upTo(2))));
    assertArrayEquals(
        new double[] {25}, values(chart.getSeries("measured: threads").getYData()), 1e-9);
    double[] ends = values(chart.getSeries("spread: threads").getYData());
    assertEquals(0, Arrays.stream(ends).min().orElseThrow(), 1e-9);
    assertEquals(100 / 3.0, Arrays.stream(ends).max().orElseThrow(), 1e-9);
  }

  @Test
  void sharesInWords_sayTheTrend() {
    String text = ShareChart.of("Shares", List.of(KarpFlatt.of(THREADS))).text();
    assertTrue(text.contains("Up: serial share in %"), text);
    assertTrue(text.contains("2 workers: 25.0 %"), text);
  }
}
