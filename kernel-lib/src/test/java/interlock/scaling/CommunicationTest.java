package interlock.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interlock.scaling.Communication.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommunicationTest {
  @ParameterizedTest
  @CsvSource({
    "TREE, 1, 0",
    "TREE, 2, 1",
    "TREE, 3, 2",
    "TREE, 4, 2",
    "TREE, 5, 3",
    "TREE, 1024, 10",
    "ALL_TO_ONE, 1, 0",
    "ALL_TO_ONE, 5, 4",
    "ALL_TO_ALL, 1, 0",
    "ALL_TO_ALL, 5, 4"
  })
  void pattern_hasItsSteps(Pattern pattern, int workers, int steps) {
    assertEquals(steps, pattern.steps(workers));
  }

  @Test
  void latencyAndVolume_addUp() {
    Communication tree = new Communication(Pattern.TREE, 3, 0.01, 1000, 10_000);
    assertEquals(3 * 2 * (0.01 + 0.1), tree.seconds(4), 1e-12);
  }

  @Test
  void allToAll_sendsAShareToEach() {
    Communication exchange = new Communication(Pattern.ALL_TO_ALL, 1, 0.01, 1000, 10_000);
    assertEquals(3 * (0.01 + 0.025), exchange.seconds(4), 1e-12);
  }

  @Test
  void nothingToSay_costsNothing() {
    assertEquals(0, Communication.NONE.seconds(64));
    assertEquals(0, Communication.of(Pattern.ALL_TO_ALL, 5, 1).seconds(1));
  }

  @Test
  void badInput_isRefused() {
    Refused.with(
        "A pattern runs 0 times or more, not -1", () -> Communication.of(Pattern.TREE, -1, 0));
    Refused.with(
        "The latency of a message takes 0 seconds or more, not -1.0",
        () -> Communication.of(Pattern.TREE, 1, -1));
    Refused.with(
        "A message has 0 bytes or more, not -1.0",
        () -> new Communication(Pattern.TREE, 1, 0, -1, 1));
    Refused.with(
        "A bandwidth is above 0 bytes per second, not 0.0",
        () -> new Communication(Pattern.TREE, 1, 0, 0, 0));
    Refused.with("A speedup needs 1 worker or more, not 0", () -> Communication.NONE.seconds(0));
  }
}
