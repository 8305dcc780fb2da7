package interlock.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.measure.Measurement;
import interlock.measure.WorkerSeries;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SpeedupCurve_OfTest {
  private static Measurement millis(long... samples) {
    return new Measurement(
        "work", java.util.Arrays.stream(samples).mapToObj(Duration::ofMillis).toList());
  }

  @Test
  void speedup_isTheRatioOfTheMedians() {
    SpeedupCurve curve =
        SpeedupCurve.of(
            "threads", millis(100), new TreeMap<>(Map.of(1, millis(110), 4, millis(25))));
    assertEquals(4.0, curve.points().get(1).speedup(), 1e-12);
    assertEquals(4, curve.points().get(1).workers());
    assertEquals(1.0, curve.points().get(1).efficiency(), 1e-12);
    assertEquals(100 / 110.0, curve.points().get(0).speedup(), 1e-12);
  }

  @Test
  void errorBar_takesTheWorstAndBestOfBothMeasurements() {
    SpeedupPoint point =
        SpeedupCurve.of(
                "threads", millis(90, 100, 110), new TreeMap<>(Map.of(2, millis(40, 50, 60))))
            .points()
            .getFirst();
    assertEquals(92.0 / 58.0, point.low(), 1e-12);
    assertEquals(2.0, point.speedup(), 1e-12);
    assertEquals(108.0 / 42.0, point.high(), 1e-12);
  }

  @Test
  void zeroTime_isRefusedWithAdvice() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> SpeedupCurve.of("threads", millis(0), new TreeMap<>(Map.of(1, millis(1)))));
    assertTrue(String.valueOf(refused.getMessage()).contains("more work"));
  }

  @Test
  void series_makesTheSameCurve() {
    TreeMap<Integer, Measurement> byWorkers = new TreeMap<>(Map.of(2, millis(50)));
    assertEquals(
        List.of(SpeedupCurve.of("threads", millis(100), byWorkers)),
        SpeedupCurve.all(List.of(new WorkerSeries("threads", millis(100), byWorkers))));
  }

  @Test
  void points_areSortedAndUnique() {
    SpeedupPoint two = new SpeedupPoint(2, 2, 2, 2);
    SpeedupPoint one = new SpeedupPoint(1, 1, 1, 1);
    assertEquals(List.of(one, two), new SpeedupCurve("x", List.of(two, one)).points());
    assertThrows(IllegalArgumentException.class, () -> new SpeedupCurve("x", List.of(one, one)));
  }

  @Test
  void impossiblePoints_areRefused() {
    assertThrows(IllegalArgumentException.class, () -> new SpeedupPoint(0, 1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new SpeedupPoint(1, 1, 2, 3));
    assertThrows(IllegalArgumentException.class, () -> new SpeedupPoint(1, Double.NaN, 1, 1));
    assertThrows(
        IllegalArgumentException.class, () -> new SpeedupPoint(1, 1, 1, Double.POSITIVE_INFINITY));
  }
}
