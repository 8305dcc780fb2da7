package interlock.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Amdahl_FitTest {
  private static SpeedupPoint point(int workers, double speedup, double error) {
    return new SpeedupPoint(workers, speedup, speedup * (1 - error), speedup * (1 + error));
  }

  private static SpeedupCurve curve(SpeedupPoint... points) {
    return new SpeedupCurve("work", List.of(points));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 0.1, 0.5, 1})
  void exactCurve_givesItsSerialFraction(double serial) {
    Amdahl law = new Amdahl(serial);
    List<SpeedupPoint> points =
        IntStream.of(1, 2, 4, 8).mapToObj(n -> point(n, law.speedup(n), 0)).toList();
    assertEquals(serial, Amdahl.fit(new SpeedupCurve("exact", points)).serialFraction(), 1e-12);
  }

  @Test
  void noisyCurves_giveTheFractionWithinTheirNoise() {
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      Amdahl law = new Amdahl(0.2);
      List<SpeedupPoint> points =
          IntStream.of(1, 2, 4, 8)
              .mapToObj(n -> point(n, law.speedup(n) * (1 + 0.02 * random.nextGaussian()), 0.02))
              .toList();
      double fitted = Amdahl.fit(new SpeedupCurve("noisy", points)).serialFraction();
      assertEquals(0.2, fitted, 0.05, "seed " + seed);
    }
  }

  @Test
  void surePoint_outweighsAnUnsureOne() {
    double fitted =
        Amdahl.fit(curve(point(2, new Amdahl(0.1).speedup(2), 0.01), point(4, 1.0, 0.5)))
            .serialFraction();
    assertEquals(0.1, fitted, 0.05);
  }

  @Test
  void betterThanIdealOrWorseThanOne_isCutToTheRange() {
    assertEquals(0, Amdahl.fit(curve(point(2, 2.5, 0.01))).serialFraction());
    assertEquals(1, Amdahl.fit(curve(point(2, 0.8, 0.01))).serialFraction());
  }

  @Test
  void oneWorkerOnly_isRefused() {
    SpeedupCurve alone = curve(point(1, 1, 0.01));
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Amdahl.fit(alone));
    assertTrue(String.valueOf(refused.getMessage()).contains("2 workers"));
  }

  @Test
  void law_hasItsLimit() {
    assertEquals(4, new Amdahl(0.25).limit(), 1e-12);
    assertEquals(Double.POSITIVE_INFINITY, new Amdahl(0).limit());
    assertEquals(1.6, new Amdahl(0.25).speedup(2), 1e-12);
    assertThrows(IllegalArgumentException.class, () -> new Amdahl(1.1));
    assertThrows(IllegalArgumentException.class, () -> new Amdahl(0.1).speedup(0));
  }
}
