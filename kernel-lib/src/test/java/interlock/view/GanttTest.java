package interlock.view;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.scaling.Schedule;
import interlock.scaling.TaskGraph;
import interlock.view.Lanes.Bar;
import interlock.view.Lanes.Flag;
import interlock.view.Lanes.Lane;
import java.util.List;
import org.junit.jupiter.api.Test;

class GanttTest {
  static TaskGraph tea() {
    return TaskGraph.named("Tea")
        .waiting("boil", ofMinutes(4))
        .using("kettle")
        .handsOn("warm the pot", ofMinutes(1))
        .handsOn("pour", ofMinutes(1))
        .after("boil", "warm the pot")
        .using("kettle")
        .waiting("draw", ofMinutes(3))
        .after("pour")
        .build();
  }

  private static List<Bar> bars(Lanes lanes, String label) {
    return lanes.lanes().stream()
        .filter(lane -> lane.label().equals(label))
        .findFirst()
        .orElseThrow()
        .bars();
  }

  @Test
  void sequentialCook_standsByWhatGoesOnByItself() {
    Lanes lanes = Gantt.of(Schedule.sequential(tea()), "cook");
    assertEquals(
        List.of(
            new Bar(0, 4, Ink.WAITS, "boil"),
            new Bar(4, 5, Ink.RUNS, "warm the pot"),
            new Bar(5, 6, Ink.RUNS, "pour"),
            new Bar(6, 9, Ink.WAITS, "draw")),
        bars(lanes, "cook 1"));
  }

  @Test
  void concurrentCook_hasNoBarWhileTheKettleBoils() {
    Lanes lanes = Gantt.of(Schedule.concurrent(tea()), "cook");
    assertEquals(
        List.of(new Bar(0, 1, Ink.RUNS, "warm the pot"), new Bar(4, 5, Ink.RUNS, "pour")),
        bars(lanes, "cook 1"));
  }

  @Test
  void appliance_goesOnByItselfOrIsInUse() {
    Lanes lanes = Gantt.of(Schedule.concurrent(tea()), "cook");
    assertEquals(
        List.of(new Bar(0, 4, Ink.MOVES, "boil"), new Bar(4, 5, Ink.HOLDS, "pour")),
        bars(lanes, "kettle"));
    assertEquals(List.of(new Bar(5, 8, Ink.MOVES, "draw")), bars(lanes, "by itself"));
  }

  @Test
  void criticalPath_hasALaneOfItsOwn() {
    Lanes lanes = Gantt.of(Schedule.concurrent(tea()), "cook");
    assertEquals(
        List.of("boil", "pour", "draw"),
        bars(lanes, "longest chain").stream().map(Bar::label).toList());
  }

  @Test
  void tasksByThemselvesAtOnce_haveLanesOfTheirOwn() {
    TaskGraph two =
        TaskGraph.named("Two").waiting("a", ofSeconds(30)).waiting("b", ofSeconds(60)).build();
    Lanes lanes = Gantt.of(Schedule.parallel(two, 2));
    assertEquals(
        List.of("worker 1", "worker 2", "by itself", "by itself", "longest chain"),
        lanes.lanes().stream().map(Lane::label).toList());
    assertEquals("time in seconds (model)", lanes.axis());
  }

  @Test
  void end_isFlaggedAndSoIsWhatNoScheduleBeats() {
    assertEquals(
        List.of(new Flag(8, "done: 8 minutes")), Gantt.of(Schedule.concurrent(tea())).flags());
    assertEquals(
        List.of(new Flag(15, "done: 15 minutes"), new Flag(12, "at best: 12 minutes")),
        Gantt.of(Schedule.parallel(TaskGraph.graham(), 4)).flags());
  }

  @Test
  void text_saysLanesIdleTimeAndEnd() {
    assertEquals(
        """
        Tea, concurrent, 1 cook
        Across: time in minutes (model)
        cook 1: hands at work (warm the pot) from 0 to 1; hands at work (pour) from 4 to 5
        kettle: goes on by itself (boil) from 0 to 4; in use (pour) from 4 to 5
        by itself: goes on by itself (draw) from 5 to 8
        longest chain: goes on by itself (boil) from 0 to 4; hands at work (pour) from 4 to 5; \
        goes on by itself (draw) from 5 to 8
        cook 1 has nothing to do for 6 minutes
        done after 8 minutes, 1.13 times as fast as sequential; no schedule takes less than 8 \
        minutes\
        """,
        Gantt.of(Schedule.concurrent(tea()), "cook").text());
  }

  @Test
  void namesFromOutside_areEscaped() throws Exception {
    TaskGraph graph =
        TaskGraph.named("<b>").handsOn("<script>", ofMinutes(9)).using("\"&'").build();
    String html = Gantt.of(Schedule.parallel(graph, 2), "<i>").html();
    assertTrue(Markup.parse(html).texts("text").contains("<script>"));
  }

  @Test
  void blankWorker_isRefused() {
    Schedule schedule = Schedule.concurrent(tea());
    assertEquals(
        "A worker needs a name, such as \"cook\"",
        assertThrows(IllegalArgumentException.class, () -> Gantt.of(schedule, " ")).getMessage());
  }
}
