package interlock.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GustafsonTest {
  /**
   * The paper's three programs on 1,024 processors had a serial part of 0.4 to 0.8 % and speedups
   * of 1,021, 1,020 and 1,016. Of the first the paper's own law says 1,020 for 0.4 %.
   */
  @ParameterizedTest
  @CsvSource({"0.004, 1020", "0.008, 1016"})
  void publishedShares_givePublishedSpeedups(double share, long speedup) {
    assertEquals(speedup, Math.round(new Gustafson(share).speedup(1024)));
  }

  /** The paper's figures 1 and 2 span 1 to 4 % on 1,024 processors. */
  @ParameterizedTest
  @CsvSource({"0.01, 91, 1014", "0.02, 48, 1004", "0.04, 24, 983"})
  void sameShare_isFarLessToAmdahl(double share, long amdahl, long gustafson) {
    assertEquals(amdahl, Math.round(new Amdahl(share).speedup(1024)));
    assertEquals(gustafson, Math.round(new Gustafson(share).speedup(1024)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 1024})
  void grownProblem_hasOneSpeedupByBothLaws(int workers) {
    Gustafson law = new Gustafson(0.1);
    assertEquals(law.speedup(workers), law.asAmdahl(workers).speedup(workers), 1e-9);
  }

  @Test
  void badInput_isRefused() {
    Refused.with(
        "The serial fraction lies between 0 and 1, not at NaN", () -> new Gustafson(Double.NaN));
    Refused.with("A speedup needs 1 worker or more, not 0", () -> new Gustafson(0.1).speedup(0));
    Refused.with("A speedup needs 1 worker or more, not 0", () -> new Gustafson(0.1).asAmdahl(0));
  }
}
