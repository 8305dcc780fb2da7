package interlock.gil.policy;

import static interlock.gil.workload.Actions.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.gil.SimulatedGil;
import interlock.gil.timeline.Cause;
import interlock.gil.timeline.Figures;
import interlock.gil.timeline.Step;
import interlock.gil.timeline.Timeline;
import interlock.gil.workload.Workload;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TicksTest {
  private static final SimulatedGil TWO_CORES = SimulatedGil.of(Ticks.v27());
  private static final SimulatedGil ONE_CORE = TWO_CORES.cores(1);

  private static Workload count(int threads) {
    return Cases.threads("count", threads, _ -> compute(millis(40.0 / threads)));
  }

  @Test
  void twoThreadsOnTwoCores_areMuchSlowerThanOne() {
    double speedup = TWO_CORES.measure(count(2)).speedupOver(TWO_CORES.measure(count(1)));
    assertTrue(speedup < 0.75, "speedup " + speedup);
  }

  @Test
  void twoThreadsOnOneCore_areAboutAsFastAsOne() {
    double speedup = ONE_CORE.measure(count(2)).speedupOver(ONE_CORE.measure(count(1)));
    assertEquals(1, speedup, 0.05);
  }

  @Test
  void oneThread_neverLetsGo() {
    Figures one = TWO_CORES.measure(count(1));
    assertEquals(0, one.handOverCount());
    assertTrue(one.events() < 10, one.toString());
  }

  @Test
  void wokenWaiter_oftenFindsTheLockTakenAndWaitsAgain() {
    Timeline run = TWO_CORES.run(count(2));
    Set<Integer> waiting = new HashSet<>();
    int futile = 0;
    for (Step step : run.locks().get(0).steps()) {
      if (step.kind() == Step.Kind.WAITS) {
        futile += waiting.add(step.thread()) ? 0 : 1;
      } else if (step.kind() == Step.Kind.TAKES) {
        waiting.remove(step.thread());
      }
    }
    assertTrue(futile > 1000, futile + " wakes for nothing");
  }

  private static long steps(Timeline run, Step.Kind kind) {
    return run.locks().get(0).steps().stream().filter(it -> it.kind() == kind).count();
  }

  @Test
  void noDrop_isForced() {
    Timeline run = TWO_CORES.run(count(2));
    assertEquals(0, steps(run, Step.Kind.REQUESTS) + steps(run, Step.Kind.AWAITS_SWITCH));
    assertEquals(0, run.figures().handOvers().getOrDefault(Cause.INTERVAL, 0L));
  }

  @Test
  void freeProgramLock_isAcquiredWithoutTheInterpreterLock() {
    Workload one = Cases.threads("lock", 1, _ -> Cases.underLock(10));
    Figures old = TWO_CORES.measure(one);
    Figures today = SimulatedGil.of(TimedDrop.v311()).measure(one);
    assertEquals(10, old.threads().get(0).givenUp().get(Cause.LOCK));
    assertEquals(0, today.threads().get(0).givenUp().getOrDefault(Cause.LOCK, 0L));
  }

  @Test
  void longerCheckInterval_wastesLess() {
    Figures often = TWO_CORES.measure(count(2));
    Ticks seldom = Ticks.v27().withCheckInterval(10_000);
    Figures rarely = SimulatedGil.of(seldom).measure(count(2));
    assertTrue(rarely.speedupOver(often) > 1.3, rarely + " against " + often);
  }

  @Test
  void addition_mayLoseAnUpdate() {
    Workload adds = Cases.threads("adds", 2, _ -> repeat(30_000, increment("n", nanos(60))));
    long found = TWO_CORES.measure(adds).count("n").found();
    assertTrue(found < 60_000, "found " + found);
  }
}
