package interlock.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import interlock.scaling.Communication;
import interlock.scaling.Communication.Pattern;
import interlock.scaling.SpeedupModel;
import interlock.view.Lanes.Bar;
import interlock.view.Lanes.Lane;
import java.util.List;
import org.junit.jupiter.api.Test;

class TermChartTest {
  private static final SpeedupModel MODEL =
      SpeedupModel.of(100)
          .serial(0.1)
          .limit(5)
          .startUp(1, 0.5)
          .communication(Communication.of(Pattern.ALL_TO_ONE, 1, 1));

  @Test
  void terms_followOneAnother() {
    Lanes lanes = TermChart.seconds("Terms", MODEL, 1, 10);
    assertEquals(
        List.of("1 worker", "10 workers"), lanes.lanes().stream().map(Lane::label).toList());
    assertEquals(
        List.of(
            new Bar(0, 6, Ink.GONE, ""),
            new Bar(6, 16, Ink.HOLDS, ""),
            new Bar(16, 25, Ink.RUNS, ""),
            new Bar(25, 34, Ink.WAITS, ""),
            new Bar(34, 43, Ink.MOVES, "")),
        lanes.lanes().getLast().bars());
    assertEquals("time in seconds (model)", lanes.axis());
  }

  @Test
  void inks_haveTheNamesOfTheTerms() {
    Lanes lanes = TermChart.seconds("Terms", MODEL, 1);
    assertEquals("bottleneck", lanes.name(Ink.WAITS));
    assertEquals("start-up", lanes.name(Ink.GONE));
  }

  @Test
  void shares_endAtAHundred() {
    Lanes lanes = TermChart.shares("Terms", MODEL, 1, 10);
    for (Lane lane : lanes.lanes()) {
      assertEquals(100, lane.bars().getLast().to(), 1e-9);
    }
  }

  @Test
  void shortJob_isInItsOwnUnit() {
    assertEquals(
        "time in ms (model)", TermChart.seconds("Terms", SpeedupModel.of(0.02), 1, 2).axis());
  }

  @Test
  void noWorkers_areRefused() {
    assertEquals(
        "A chart of terms needs a number of workers or more",
        assertThrows(IllegalArgumentException.class, () -> TermChart.seconds("Terms", MODEL))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> TermChart.shares("Terms", MODEL, 0));
  }
}
