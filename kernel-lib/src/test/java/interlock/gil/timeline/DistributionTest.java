package interlock.gil.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class DistributionTest {
  @Test
  void quantiles_areInterpolatedBetweenTheSamples() {
    Distribution it = Distribution.of(40, 10, 30, 20);
    assertEquals(10, it.min());
    assertEquals(25, it.median());
    assertEquals(40, it.max());
    assertEquals(13, it.quantile(0.1));
    assertEquals(25.0, it.mean());
    assertEquals(4, it.count());
  }

  @Test
  void noSamples_giveZero() {
    Distribution it = Distribution.of();
    assertEquals(0, it.median());
    assertEquals(0.0, it.mean());
    assertEquals("0 times: median 0 ns, 10–90 % 0–0 ns", it.toString());
  }

  @Test
  void sameSamples_areEqualInAnyOrder() {
    assertEquals(Distribution.of(1, 2, 3), Distribution.of(3, 1, 2));
    assertEquals(Distribution.of(1, 2).hashCode(), Distribution.of(2, 1).hashCode());
    assertNotEquals(Distribution.of(1, 2), Distribution.of(new long[] {1, 2}, 7));
    assertNotEquals(Distribution.of(1, 2), Distribution.of(1, 3));
  }

  @Test
  void samplesGivenOrTaken_areCopies() {
    long[] samples = {5, 6};
    Distribution it = Distribution.of(samples);
    samples[0] = 99;
    it.samples()[1] = 99;
    assertEquals(Distribution.of(5, 6), it);
  }

  @Test
  void quantileOutsideOfZeroToOne_refused() {
    assertThrows(IllegalArgumentException.class, () -> Distribution.of(1).quantile(1.1));
    assertThrows(IllegalArgumentException.class, () -> Distribution.of(1).quantile(Double.NaN));
  }
}
