package interlock.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interlock.scaling.KarpFlatt.Trend;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KarpFlattTest {
  private static SpeedupPoint exact(int workers, double speedup) {
    return new SpeedupPoint(workers, speedup, speedup, speedup);
  }

  /**
   * The two worked examples of M. J. Quinn, "Parallel Programming in C with MPI and OpenMP", 2004,
   * section 7.5.
   */
  @ParameterizedTest
  @CsvSource({
    "2, 1.82, 0.100",
    "3, 2.50, 0.100",
    "4, 3.08, 0.100",
    "5, 3.57, 0.100",
    "6, 4.00, 0.100",
    "7, 4.38, 0.100",
    "8, 4.71, 0.100",
    "2, 1.87, 0.070",
    "3, 2.61, 0.075",
    "4, 3.23, 0.080",
    "5, 3.73, 0.085",
    "6, 4.14, 0.090",
    "7, 4.46, 0.095",
    "8, 4.71, 0.100"
  })
  void publishedSpeedups_givePublishedShares(int workers, double speedup, double share) {
    assertEquals(share, KarpFlatt.serialFraction(speedup, workers), 0.0015);
  }

  @Test
  void twoCurvesThatEndAlike_haveDifferentTrends() {
    double[] steady = {1.82, 2.50, 3.08, 3.57, 4.00, 4.38, 4.71};
    double[] rising = {1.87, 2.61, 3.23, 3.73, 4.14, 4.46, 4.71};
    assertEquals(Trend.STEADY, KarpFlatt.of(curve(steady)).trend());
    assertEquals(Trend.RISING, KarpFlatt.of(curve(rising)).trend());
  }

  private static SpeedupCurve curve(double[] speedupsFromTwo) {
    return new SpeedupCurve(
        "book",
        IntStream.range(0, speedupsFromTwo.length)
            .mapToObj(i -> exact(i + 2, speedupsFromTwo[i]))
            .toList());
  }

  @Test
  void amdahlsCurve_givesItsShareBack() {
    Amdahl law = new Amdahl(0.03);
    KarpFlatt shares =
        KarpFlatt.of(
            new SpeedupCurve(
                "law", IntStream.of(1, 2, 16).mapToObj(n -> exact(n, law.speedup(n))).toList()));
    assertEquals(List.of(2, 16), shares.shares().stream().map(SerialShare::workers).toList());
    shares.shares().forEach(share -> assertEquals(0.03, share.fraction(), 1e-12));
  }

  @Test
  void errorBar_isTurnedAbout() {
    SerialShare share =
        KarpFlatt.of(new SpeedupCurve("run", List.of(new SpeedupPoint(2, 1.6, 1.25, 2))))
            .shares()
            .getFirst();
    assertEquals(0.25, share.fraction(), 1e-12);
    assertEquals(0, share.low(), 1e-12);
    assertEquals(0.6, share.high(), 1e-12);
  }

  @Test
  void overlappingErrorBars_areNoTrend() {
    SpeedupCurve wide =
        new SpeedupCurve(
            "run", List.of(new SpeedupPoint(2, 1.9, 1.5, 2), new SpeedupPoint(4, 3, 2.5, 3.5)));
    assertEquals(Trend.STEADY, KarpFlatt.of(wide).trend());
  }

  @Test
  void otherTrends_haveTheirNames() {
    assertEquals(Trend.UNKNOWN, KarpFlatt.of(curve(new double[] {1.9})).trend());
    assertEquals(Trend.FALLING, KarpFlatt.of(curve(new double[] {1.5, 2.6})).trend());
    assertEquals(Trend.BELOW_ZERO, KarpFlatt.of(curve(new double[] {2.1, 3.3})).trend());
  }

  @Test
  void badInput_isRefused() {
    Refused.with(
        "A serial share needs 2 workers or more, not 1", () -> KarpFlatt.serialFraction(1, 1));
    Refused.with("A speedup is a number above 0, not 0.0", () -> KarpFlatt.serialFraction(0, 2));
  }

  @Test
  void text_saysSharesAndTrend() {
    assertEquals(
        "book: 2 workers: 5.3 % (5.3–5.3); one point shows no trend: measure with more workers",
        KarpFlatt.of(curve(new double[] {1.9})).toString());
  }
}
