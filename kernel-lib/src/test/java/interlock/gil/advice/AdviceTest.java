package interlock.gil.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.gil.advice.Copying.Kind;
import interlock.gil.machine.MachineModel;
import interlock.gil.timeline.State;
import interlock.gil.workload.ThreadPlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdviceTest {
  private static final MachineModel FOUR = MachineModel.ofCores(4);

  private static Duration millis(int number) {
    return Duration.ofMillis(number);
  }

  private static Advice four(Job job) {
    return Advice.on(FOUR, job, 4);
  }

  @Test
  void waiting_isForThreads() {
    Advice advice = four(Job.of(40).python(millis(1)).waiting(millis(20)));
    assertEquals(Way.THREADS, advice.best());
    assertEquals(4, advice.speedup(Way.THREADS), 0.4);
  }

  @Test
  void releasedCode_isForThreads() {
    Advice advice = four(Job.of(40).released(millis(10)).copying(Copying.of(Kind.NUMBERS, 10_000)));
    assertEquals(Way.THREADS, advice.best());
    assertEquals(4, advice.speedup(Way.THREADS), 0.2);
  }

  @Test
  void python_isForProcesses_ifThereIsLittleToCopy() {
    Advice advice = four(Job.of(40).python(millis(10)));
    assertEquals(Way.PROCESSES, advice.best());
    assertEquals(1, advice.speedup(Way.THREADS), 0.05);
    assertEquals(4, advice.speedup(Way.PROCESSES), 0.2);
  }

  @Test
  void pythonOnLargeTrees_isForNobodyWithALock() {
    Advice advice = four(Job.of(40).python(millis(2)).copying(Copying.of(Kind.NODES, 25_000)));
    assertEquals(Way.FREE_THREADED, advice.best());
    assertEquals(Way.ONE_THREAD, advice.bestWithLock());
    assertTrue(advice.speedup(Way.PROCESSES) < 1.1, () -> "" + advice.speedup(Way.PROCESSES));
    assertTrue(advice.choice().endsWith("On the usual build stay with one thread."));
  }

  @Test
  void oneCore_leavesOnlyWaitingToGain() {
    Advice advice = Advice.on(MachineModel.ofCores(1), Job.of(20).python(millis(5)), 4);
    assertEquals(Way.ONE_THREAD, advice.best());
    assertTrue(advice.why().getLast().startsWith("4 workers on 1 core:"));
  }

  @Test
  void parts_addUpToTheRun() {
    Advice advice =
        four(Job.of(41).python(millis(3)).waiting(millis(2)).copying(Copying.of(Kind.NODES, 500)));
    for (Way way : Way.values()) {
      assertEquals((double) advice.nanos(way), (double) advice.parts(way).total(), 5, way.words());
      assertEquals(way.copies(), advice.parts(way).copying() > 0, way.words());
    }
  }

  @Test
  void timeline_isTheRunOfTheFigures() {
    Advice advice = four(Job.of(8).python(millis(2)));
    for (Way way : Way.values()) {
      assertEquals(advice.nanos(way), advice.timeline(way).endNanos(), way.words());
    }
  }

  @Test
  void parentAndChildren_doAllPieces() {
    Advice advice = four(Job.of(9).python(millis(1)).copying(Copying.of(Kind.NUMBERS, 100)));
    long held =
        advice.timeline(Way.PROCESSES).figures().threads().stream()
            .filter(thread -> thread.name().startsWith("worker"))
            .mapToLong(thread -> thread.in(State.RUNS_WITH_GIL))
            .sum();
    assertEquals(9e6, (double) held, 0.3e6);
  }

  @Test
  void parentsThreads_standTogetherBeforeTheWorkers() {
    List<String> names =
        Way.PROCESSES.workload(Job.of(4).python(millis(1)), 2).threads().stream()
            .map(ThreadPlan::name)
            .toList();
    assertEquals(List.of("parent 0", "parent 1", "worker 0", "worker 1"), names);
  }

  @Test
  void nonsense_isRefused() {
    assertEquals(
        "Nothing happens in a piece: give it time for something",
        assertThrows(IllegalArgumentException.class, () -> four(Job.of(1))).getMessage());
    assertEquals(
        "A job has 1 to 1,000 workers, not 0",
        assertThrows(
                IllegalArgumentException.class,
                () -> Advice.on(FOUR, Job.of(1).python(millis(1)), 0))
            .getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> new Advice(Job.of(1).python(millis(1)), 1, FOUR, Map.of()));
  }
}
