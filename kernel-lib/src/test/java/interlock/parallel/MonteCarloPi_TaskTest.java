package interlock.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MonteCarloPi_TaskTest {
  private static final Engine SEQUENTIAL = Engines.named("sequential");

  /** The JDK's SplittableRandom is SplitMix64 as well. */
  @Test
  void count_isThatOfTheJdksGenerator() throws InterruptedException {
    for (long seed : new long[] {0, 1, -7, Long.MIN_VALUE}) {
      SplittableRandom random = new SplittableRandom(seed);
      long inside = 0;
      for (int i = 0; i < 1000; i++) {
        double x = (random.nextLong() >>> 11) * 0x1.0p-53;
        double y = (random.nextLong() >>> 11) * 0x1.0p-53;
        inside += x * x + y * y <= 1 ? 1 : 0;
      }
      assertEquals(
          new MonteCarloPi.Estimate(inside, 1000),
          SEQUENTIAL.run(MonteCarloPi.task(1000, 9, seed), 1).value(),
          "seed " + seed);
    }
  }

  @Test
  void count_doesNotDependOnThePieces() throws InterruptedException {
    assertEquals(
        SEQUENTIAL.run(MonteCarloPi.task(200_001, 1, 5), 1).value(),
        SEQUENTIAL.run(MonteCarloPi.task(200_001, 64, 5), 1).value());
  }

  @Test
  void estimate_isNearPi() throws InterruptedException {
    MonteCarloPi.Estimate estimate = SEQUENTIAL.run(MonteCarloPi.task(1_000_000), 1).value();
    assertEquals(Math.PI, estimate.pi(), 0.01);
    assertTrue(estimate.toString().contains("1,000,000"), estimate.toString());
  }
}
