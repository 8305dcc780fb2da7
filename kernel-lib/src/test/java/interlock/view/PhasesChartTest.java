package interlock.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interlock.measure.Measurement;
import interlock.measure.Phases;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhasesChartTest {
  private static Phases run(String label, int input, int core) {
    return new Phases(
        label,
        List.of(
            Measurement.of("input", Duration.ofMillis(input)),
            Measurement.of("core", Duration.ofMillis(core))));
  }

  @Test
  void seconds_keepLengths() {
    Lanes lanes = PhasesChart.seconds("x", List.of(run("Java", 5, 15), run("Python", 5, 2000)));
    assertEquals("median time in seconds", lanes.axis());
    assertEquals(2, lanes.lanes().size());
    Lanes.Bar core = lanes.lanes().get(1).bars().get(1);
    assertEquals(0.005, core.from(), 1e-9);
    assertEquals(2.005, core.to(), 1e-9);
    assertEquals(Ink.RUNS, core.state());
  }

  @Test
  void shares_endAtAHundred() {
    Lanes lanes = PhasesChart.shares("x", List.of(run("Java", 5, 15)));
    assertEquals(25, lanes.lanes().get(0).bars().get(0).to(), 1e-9);
    assertEquals(100, lanes.lanes().get(0).bars().get(1).to(), 1e-9);
  }

  @Test
  void words_tellEachPhase() {
    assertEquals(
        "x\nJava: input 5.00 ms (5.00–5.00 ms, 25.0 %), core 15.0 ms (15.0–15.0 ms, 75.0 %);"
            + " 20.0 ms in all",
        PhasesChart.seconds("x", List.of(run("Java", 5, 15))).text());
  }
}
