package interlock.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Measurement_QuantileTest {
  private static Measurement of(long... micros) {
    return new Measurement(
        "work",
        java.util.Arrays.stream(micros).mapToObj(us -> Duration.ofNanos(us * 1000)).toList());
  }

  /** Expected values are those of {@code numpy.quantile([15, 20, 35, 40, 50], q)}. */
  @ParameterizedTest
  @CsvSource({
    "0, 15000",
    "0.1, 17000",
    "0.25, 20000",
    "0.4, 29000",
    "0.5, 35000",
    "0.9, 46000",
    "1, 50000"
  })
  void quantile_isNumPysDefault(double q, long nanos) {
    assertEquals(Duration.ofNanos(nanos), of(35, 15, 50, 20, 40).quantile(q));
  }

  @Test
  void oneSample_isEveryQuantile() {
    Measurement one = of(7);
    assertEquals(one.min(), one.max());
    assertEquals(one.median(), one.low());
    assertEquals(0, one.relativeSpread());
  }

  @Test
  void median_ofAnEvenCount_isTheMeanOfTheMiddleTwo() {
    assertEquals(Duration.ofNanos(2500), of(4, 1, 3, 2).median());
  }

  @Test
  void relativeSpread_isTheErrorBarOverTheMedian() {
    assertEquals((46 - 17) / 35.0, of(35, 15, 50, 20, 40).relativeSpread(), 1e-12);
  }

  @Test
  void impossibleValues_areRefused() {
    assertThrows(IllegalArgumentException.class, () -> of(1).quantile(1.5));
    assertThrows(IllegalArgumentException.class, () -> of(1).quantile(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> of(-1));
    assertThrows(IllegalArgumentException.class, () -> new Measurement("none", List.of()));
  }

  @Test
  void text_namesMedianRangeAndRuns() {
    assertEquals(
        "sum: median 12.3 ms (10–90 %: 12.0–13.1 ms, 3 runs)",
        new Measurement(
                "sum",
                List.of(
                    Duration.ofNanos(11_930_000),
                    Duration.ofNanos(12_300_000),
                    Duration.ofNanos(13_300_000)))
            .toString());
  }
}
