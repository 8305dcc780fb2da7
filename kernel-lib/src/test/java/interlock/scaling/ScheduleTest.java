package interlock.scaling;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
  private static final TaskGraph PAVLOVA = TaskGraphTest.pavlova();

  @Test
  void sequentialCook_waitsByTheOven() {
    Schedule schedule = Schedule.sequential(PAVLOVA);
    assertEquals(ofMinutes(110), schedule.makespan());
    assertEquals(ofMinutes(50), schedule.busy(0));
    assertEquals(ofMinutes(60), schedule.standingBy(0));
    assertEquals(Duration.ZERO, schedule.idle(0));
    assertEquals(0, schedule.span("Bake").worker());
    assertEquals(1, schedule.speedup(), 1e-12);
  }

  @Test
  void concurrentCook_worksWhileTheOvenBakes() {
    Schedule schedule = Schedule.concurrent(PAVLOVA);
    assertEquals(ofMinutes(90), schedule.makespan());
    assertFalse(schedule.span("Bake").hasWorker());
    assertEquals(ofMinutes(25), schedule.span("Whip cream").start());
    assertEquals(ofMinutes(40), schedule.idle(0));
    assertEquals(110 / 90.0, schedule.speedup(), 1e-12);
  }

  @Test
  void severalCooks_workAtTheSameTimeAndEndNoEarlierThanTheSpan() {
    Schedule schedule = Schedule.parallel(PAVLOVA, 3);
    assertEquals(ofMinutes(90), schedule.makespan());
    assertEquals(ofMinutes(10), schedule.span("Whisk eggs").start());
    assertEquals(ofMinutes(10), schedule.span("Whip cream").start());
    assertEquals(List.of(0, 1, 2), workers(schedule, "Whisk eggs", "Whip cream", "Cut fruit"));
  }

  private static List<Integer> workers(Schedule schedule, String... tasks) {
    return List.of(tasks).stream().map(task -> schedule.span(task).worker()).toList();
  }

  @Test
  void order_decidesHowLongOneCookTakes() {
    TaskGraph lateOven =
        PAVLOVA.inOrder(
            List.of(
                "Get ingredients",
                "Cut fruit",
                "Whip cream",
                "Whisk eggs",
                "Whisk in sugar",
                "Bake",
                "Put together"));
    assertEquals(ofMinutes(110), Schedule.concurrent(lateOven).makespan());
    assertEquals(ofMinutes(90), Schedule.concurrent(lateOven.longestFirst()).makespan());
  }

  @Test
  void oneAppliance_isUsedByOneTaskAtATime() {
    TaskGraph oneMixer =
        TaskGraph.named("Whisking")
            .handsOn("eggs", ofMinutes(5))
            .using("mixer")
            .handsOn("cream", ofMinutes(5))
            .using("mixer")
            .build();
    Schedule schedule = Schedule.parallel(oneMixer, 2);
    assertEquals(ofMinutes(10), schedule.makespan());
    assertEquals(ofMinutes(10), schedule.lowerBound());
    assertEquals(Optional.empty(), schedule.upperBound());
  }

  /**
   * Graham's example (1969, section 2): nine tasks, three processors, length 12. Each change that
   * should help makes it longer: 15, 13, 16 and 14.
   */
  @Test
  void grahamsAnomalies_areReproduced() {
    List<TaskNode> tasks = graham(0, true);
    assertEquals(tasks, TaskGraph.graham().tasks());
    assertEquals(12, length(tasks, 3));
    assertEquals(15, length(tasks, 4));
    assertEquals(13, length(graham(1, true), 3));
    assertEquals(16, length(graham(0, false), 3));
    TaskGraph reordered =
        new TaskGraph("Graham", tasks)
            .inOrder(List.of("T1", "T2", "T4", "T5", "T6", "T3", "T9", "T7", "T8"));
    assertEquals(ofMinutes(14), Schedule.parallel(reordered, 3).makespan());
  }

  private static List<TaskNode> graham(int shorter, boolean allNeeds) {
    int[] minutes = {3, 2, 2, 2, 4, 4, 4, 4, 9};
    List<TaskNode> tasks = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      boolean behindFour = i >= (allNeeds ? 5 : 7) && i <= 8;
      List<String> needs = i == 9 ? List.of("T1") : behindFour ? List.of("T4") : List.of();
      tasks.add(
          new TaskNode(
              "T" + i,
              TaskNode.Kind.HANDS_ON,
              ofMinutes(minutes[i - 1] - shorter),
              needs,
              List.of()));
    }
    return tasks;
  }

  private static long length(List<TaskNode> tasks, int workers) {
    return Schedule.parallel(new TaskGraph("Graham", tasks), workers).makespan().toMinutes();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void randomGraphs_keepTheirNeedsAndBounds(int workers) {
    for (int seed = 0; seed < 200; seed++) {
      TaskGraph graph = random(new Random(seed));
      Schedule schedule = Schedule.parallel(graph, workers);
      String label = "seed " + seed;
      assertEquals(graph.tasks().size(), schedule.spans().size(), label);
      assertValid(schedule, label);
      assertTrue(schedule.makespan().compareTo(schedule.lowerBound()) >= 0, label);
      assertTrue(
          schedule.upperBound().map(most -> schedule.makespan().compareTo(most) <= 0).orElse(true),
          label);
      assertEquals(schedule, Schedule.parallel(graph, workers), label);
    }
  }

  private static TaskGraph random(Random random) {
    TaskGraphBuilder builder = TaskGraph.named("random");
    int tasks = 1 + random.nextInt(12);
    boolean appliances = random.nextBoolean();
    for (int i = 0; i < tasks; i++) {
      Duration duration = ofMinutes(1 + random.nextInt(9));
      String name = "t" + i;
      TaskGraphBuilder added =
          random.nextInt(3) == 0
              ? builder.waiting(name, duration)
              : builder.handsOn(name, duration);
      for (int need = 0; need < i; need++) {
        if (random.nextInt(4) == 0) {
          added.after("t" + need);
        }
      }
      if (appliances && random.nextInt(3) == 0) {
        added.using("a" + random.nextInt(2));
      }
    }
    return builder.build();
  }

  private static void assertValid(Schedule schedule, String label) {
    Map<String, Duration> freeAgain = new HashMap<>();
    for (TaskSpan span : schedule.spans()) {
      for (String need : span.task().needs()) {
        assertTrue(schedule.span(need).end().compareTo(span.start()) <= 0, label);
      }
      List<String> occupied = new ArrayList<>(span.task().uses());
      if (span.hasWorker()) {
        occupied.add("worker " + span.worker());
      }
      assertEquals(span.task().isHandsOn(), span.hasWorker(), label);
      for (String thing : occupied) {
        Duration free = freeAgain.getOrDefault(thing, Duration.ZERO);
        assertTrue(free.compareTo(span.start()) <= 0, label);
        freeAgain.put(thing, span.end());
      }
    }
  }

  @Test
  void handsOnTasks_haveGrahamsBound() {
    TaskGraph graph = new TaskGraph("Graham", graham(0, true));
    assertEquals(34, graph.work().toMinutes());
    assertEquals(12, graph.span().toMinutes());
    Duration bound = Schedule.parallel(graph, 2).upperBound().orElseThrow();
    assertEquals(ofMinutes(17 + 6), bound);
  }

  @Test
  void text_saysWhoDoesWhatWhen() {
    TaskGraph toast =
        TaskGraph.named("Toast")
            .handsOn("cut", ofMinutes(2))
            .waiting("toast", ofMinutes(3))
            .after("cut")
            .build();
    assertEquals(
        """
        Toast, concurrent, 1 worker: 5.00 min, 1.00× as fast as sequential
        0 ns to 2.00 min: cut, worker 1
        2.00 min to 5.00 min: toast, nobody\
        """,
        Schedule.concurrent(toast).toString().replace(System.lineSeparator(), "\n"));
  }

  @Test
  void badInput_isRefused() {
    Refused.with("A schedule has 1 to 1000 workers, not 0", () -> Schedule.parallel(PAVLOVA, 0));
    Refused.with(
        "Workers are counted from 0 to 0, not 1", () -> Schedule.concurrent(PAVLOVA).busy(1));
  }
}
