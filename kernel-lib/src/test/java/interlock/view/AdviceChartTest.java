package interlock.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.gil.advice.Advice;
import interlock.gil.advice.Job;
import interlock.gil.advice.Way;
import interlock.gil.machine.MachineModel;
import interlock.measure.Measurement;
import interlock.view.Lanes.Bar;
import interlock.view.Lanes.Lane;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdviceChartTest {
  static final Advice ADVICE =
      Advice.on(MachineModel.ofCores(4), Job.of(8).python(Duration.ofMillis(10)), 4);

  @Test
  void lanes_areAsLongAsTheRuns() {
    Lanes lanes = AdviceChart.of(ADVICE).lanes();
    assertEquals(
        List.of("one thread", "threads", "processes", "interpreters", "free-threaded"),
        lanes.lanes().stream().map(Lane::label).toList());
    List<Way> ways = List.of(Way.values());
    for (int i = 0; i < ways.size(); i++) {
      double end = lanes.lanes().get(i).bars().getLast().to();
      assertEquals(ADVICE.nanos(ways.get(i)) / 1e6, end, 1e-3);
    }
    assertEquals("time in ms, simulated", lanes.axis());
  }

  @Test
  void measured_standsBelow_asLongAsItsMedian() {
    Measurement times = Measurement.of("CPython: threads", Duration.ofMillis(90));
    AdviceChart chart = AdviceChart.of(ADVICE).measured(Map.of(Way.THREADS, times));
    Lane lane = chart.lanes().lanes().getLast();
    assertEquals("CPython: threads", lane.label());
    assertEquals(new Bar(0, 20, Ink.HOLDS, ""), lane.bars().getFirst());
    assertEquals(new Bar(20, 90, Ink.WAITS, ""), lane.bars().getLast());
  }

  @Test
  void words_sayChoiceAndReasons() {
    String text = AdviceChart.of(ADVICE).text();
    assertTrue(text.startsWith("Best: processes, 4.0 times"), text);
    assertTrue(
        text.contains("Threads take turns in the 100\u00a0% of a piece that is Python"), text);
  }
}
