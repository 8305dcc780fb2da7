package interlock.gil.policy;

import static interlock.gil.workload.Actions.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.gil.SimulatedGil;
import interlock.gil.timeline.Cause;
import interlock.gil.timeline.Figures;
import interlock.gil.timeline.State;
import interlock.gil.timeline.Step;
import interlock.gil.timeline.Stretch;
import interlock.gil.timeline.Timeline;
import interlock.gil.workload.Workload;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreeThreadedTest {
  private static final Workload FOUR = Cases.threads("four", 4, _ -> compute(millis(20)));
  private static final FreeThreaded COLLECTS =
      FreeThreaded.v314().withCollections(Duration.ofMillis(5), Duration.ofMillis(1));

  private static Figures touched(FreeThreaded policy, int threads) {
    return SimulatedGil.of(policy)
        .cores(4)
        .measure(Cases.threads("touch", threads, _ -> repeat(100, touch("o", 1000))));
  }

  @Test
  void threads_runInParallel() {
    SimulatedGil machine = SimulatedGil.of(FreeThreaded.v314()).cores(4);
    assertEquals(4, machine.measure(FOUR).speedupOver(machine.cores(1).measure(FOUR)), 0.1);
  }

  @Test
  void oneThread_paysThePrice() {
    Workload one = Cases.threads("one", 1, _ -> compute(millis(20)));
    long usual = SimulatedGil.of(TimedDrop.v311()).measure(one).makespanNanos();
    long v313 = SimulatedGil.of(FreeThreaded.v313()).measure(one).makespanNanos();
    long v314 = SimulatedGil.of(FreeThreaded.v314()).measure(one).makespanNanos();
    assertEquals(1.4, (double) v313 / usual, 0.01);
    assertEquals(1.1, (double) v314 / usual, 0.01);
  }

  @Test
  void objectOfOneThread_isCountedAsFastAsEver() {
    long biased = touched(FreeThreaded.v314(), 1).makespanNanos();
    long atomic = touched(FreeThreaded.v314().withCounting(Counting.ATOMIC), 1).makespanNanos();
    assertTrue(3 * biased < atomic, biased + " ns against " + atomic + " ns");
  }

  @Test
  void objectOfManyThreads_getsSlowerWithEachOfThem() {
    long alone = touched(FreeThreaded.v314(), 1).makespanNanos();
    long two = touched(FreeThreaded.v314(), 2).makespanNanos();
    long four = touched(FreeThreaded.v314(), 4).makespanNanos();
    assertTrue(two > 10 * alone && four > 1.8 * two, alone + ", " + two + ", " + four);
  }

  @Test
  void sharedCount_isNeverWrong() {
    for (Counting way : List.of(Counting.BIASED, Counting.ATOMIC, Counting.LOCKED)) {
      var count = touched(FreeThreaded.v314().withCounting(way), 4).count("o");
      assertEquals(count.expected(), count.found(), way.words());
    }
  }

  @Test
  void sharedVariable_losesUpdates() {
    Workload adds = Cases.threads("adds", 4, _ -> repeat(5_000, increment("n", nanos(60))));
    var count = SimulatedGil.of(FreeThreaded.v314()).cores(4).measure(adds).count("n");
    assertTrue(count.found() < count.expected() / 2, count.toString());
  }

  @Test
  void collection_findsAllOthersStopped() {
    Timeline run = SimulatedGil.of(COLLECTS).cores(4).run(FOUR);
    List<Step> steps = run.locks().get(0).steps();
    int collections = 0;
    for (Step step : steps) {
      if (step.kind() == Step.Kind.TAKES) {
        collections++;
        long middle = step.atNanos() + 500_000;
        assertEquals(1, running(run, middle), "at " + middle);
      }
    }
    assertEquals(17, collections, 2);
    long stops =
        run.figures().threads().stream()
            .mapToLong(it -> it.givenUp().getOrDefault(Cause.STOP_THE_WORLD, 0L))
            .sum();
    assertEquals(0, stops, "who has no lock gives none up");
  }

  private static long running(Timeline run, long nanos) {
    return run.threads().stream()
        .map(thread -> thread.at(nanos))
        .filter(it -> it != null && it.state().onCore())
        .count();
  }

  @Test
  void threadInASystemCall_isNotWaitedFor() {
    Workload mixed =
        Workload.of(
            "mixed", thread("counter", compute(millis(20))), thread("sleeper", io(millis(18))));
    Timeline run = SimulatedGil.of(COLLECTS).run(mixed);
    Stretch asleep = run.threads().get(1).at(10_000_000);
    assertEquals(State.WAITS_FOR_IO, asleep == null ? null : asleep.state());
    long takes =
        run.locks().get(0).steps().stream().filter(it -> it.kind() == Step.Kind.TAKES).count();
    assertEquals(4.0, (double) takes, 1.0);
  }
}
