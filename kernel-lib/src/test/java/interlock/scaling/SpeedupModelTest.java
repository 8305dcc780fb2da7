package interlock.scaling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import interlock.scaling.Communication.Pattern;
import interlock.scaling.KarpFlatt.Trend;
import interlock.scaling.Terms.Term;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedupModelTest {
  private static final SpeedupModel IDEAL = SpeedupModel.of(100);

  @Test
  void idealJob_hasOneTerm() {
    assertEquals(25, IDEAL.seconds(4), 1e-12);
    assertEquals(Term.PARALLEL, IDEAL.terms(4).largest());
    assertEquals(1, IDEAL.terms(4).share(Term.PARALLEL), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 64})
  void serialPartAlone_isAmdahlsLaw(int workers) {
    SpeedupModel model = IDEAL.serial(0.2);
    assertEquals(new Amdahl(0.2).speedup(workers), model.speedup(workers), 1e-12);
  }

  @Test
  void eachTerm_isInSeconds() {
    SpeedupModel model =
        new SpeedupModel(10, 90, 3, 2, 0.5, Communication.of(Pattern.ALL_TO_ONE, 2, 0.25));
    Terms terms = model.terms(6);
    assertEquals(10, terms.of(Term.SERIAL), 1e-12);
    assertEquals(15, terms.of(Term.PARALLEL), 1e-12);
    assertEquals(15, terms.of(Term.BOTTLENECK), 1e-12);
    assertEquals(5, terms.of(Term.START_UP), 1e-12);
    assertEquals(2.5, terms.of(Term.COMMUNICATION), 1e-12);
    assertEquals(47.5, terms.total(), 1e-12);
    assertEquals(100 / 47.5, model.speedup(6), 1e-12);
  }

  @Test
  void fewerWorkersThanTheLimit_meetNoBottleneck() {
    assertEquals(0, IDEAL.limit(3).terms(2).of(Term.BOTTLENECK));
    assertEquals(3, IDEAL.limit(3).speedup(50), 1e-12);
  }

  @Test
  void startUp_givesASpeedupBelowOneToOneWorker() {
    assertEquals(100.0 / 105, IDEAL.startUp(2, 3).speedup(1), 1e-12);
  }

  @Test
  void best_isWhereAddedStartUpOutweighsTheGain() {
    assertEquals(10, IDEAL.startUp(7, 1).best(1000));
    assertEquals(5, IDEAL.startUp(7, 1).best(5));
    assertEquals(3, IDEAL.limit(3).best(1000));
  }

  @Test
  void onlyWhatGrowsWithTheWorkers_makesTheSerialShareRise() {
    assertEquals(Trend.STEADY, trend(IDEAL.serial(0.1)));
    assertEquals(Trend.RISING, trend(IDEAL.serial(0.1).limit(4)));
    assertEquals(Trend.RISING, trend(IDEAL.serial(0.1).startUp(0, 1)));
    assertEquals(
        Trend.RISING, trend(IDEAL.communication(Communication.of(Pattern.ALL_TO_ONE, 10, 0.1))));
  }

  private static Trend trend(SpeedupModel model) {
    return KarpFlatt.of(model.curve(2, 4, 8, 16)).trend();
  }

  @Test
  void randomModels_addUpAndNeverBeatAmdahl() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      double serial = random.nextDouble();
      SpeedupModel model =
          SpeedupModel.of(1 + random.nextDouble())
              .serial(serial)
              .limit(1 + 20 * random.nextDouble())
              .startUp(random.nextDouble(), random.nextDouble() / 100)
              .communication(Communication.of(Pattern.TREE, 3, random.nextDouble() / 100));
      int workers = 1 + random.nextInt(64);
      double bound = new Amdahl(serial).speedup(workers) * (1 + 1e-12);
      assertEquals(true, model.speedup(workers) <= bound, "seed " + seed);
      assertEquals(model.seconds(workers), model.terms(workers).total(), "seed " + seed);
    }
  }

  @Test
  void powersOfTwo_endBeforeTheMost() {
    assertArrayEquals(new int[] {1, 2, 4, 8}, SpeedupModel.powersOfTwo(15));
    assertEquals(31, SpeedupModel.powersOfTwo(Integer.MAX_VALUE).length);
  }

  @Test
  void terms_sayTheirSum() {
    assertEquals(
        "2 workers: serial part 10.0 s + parallel part 45.0 s = 55.0 s",
        IDEAL.serial(0.1).terms(2).toString());
  }

  @Test
  void badInput_isRefused() {
    Refused.with("A job takes more than 0 seconds", () -> SpeedupModel.of(0));
    Refused.with("The parallel part takes 0 seconds or more, not -1.0", () -> SpeedupModel.of(-1));
    Refused.with("The serial fraction lies between 0 and 1, not at 1.5", () -> IDEAL.serial(1.5));
    Refused.with("At least 1 worker can be of use at a time, not 0.5", () -> IDEAL.limit(0.5));
    Refused.with("Start-up takes 0 seconds or more, not NaN", () -> IDEAL.startUp(Double.NaN, 0));
    Refused.with("A speedup needs 1 worker or more, not 0", () -> IDEAL.best(0));
    Refused.with("A speedup needs 1 worker or more, not -1", () -> IDEAL.terms(-1));
    Refused.with(
        "The start-up takes 0 seconds or more, not -1.0",
        () -> new Terms(1, Map.of(Term.START_UP, -1.0)));
  }
}
