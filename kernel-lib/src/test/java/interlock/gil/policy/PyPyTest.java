package interlock.gil.policy;

import static interlock.gil.workload.Actions.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.gil.SimulatedGil;
import interlock.gil.machine.MachineModel;
import interlock.gil.timeline.Cause;
import interlock.gil.timeline.HandOver;
import interlock.gil.timeline.Step;
import interlock.gil.timeline.Timeline;
import interlock.gil.workload.Workload;
import org.junit.jupiter.api.Test;

class PyPyTest {
  private static final Workload TWO = Cases.threads("two", 2, _ -> compute(millis(200)));

  @Test
  void counterExpired_handsTheLockToAnother() {
    Timeline run = SimulatedGil.of(PyPy.compiled()).run(TWO);
    assertTrue(run.handOvers().size() > 10, run.toString());
    for (HandOver it : run.handOvers()) {
      assertTrue(it.cause() == Cause.TICKS || it.cause() == Cause.END, it.toString());
    }
    long checks =
        run.locks().get(0).steps().stream().filter(it -> it.kind() == Step.Kind.CHECKS).count();
    assertEquals(checks, run.handOvers().size() - 1, 1);
  }

  @Test
  void twoThreads_areAboutAsFastAsOneAfterTheOther() {
    long both = SimulatedGil.of(PyPy.compiled()).measure(TWO).makespanNanos();
    assertEquals(1, both / 1e6 / 100, 0.1);
  }

  @Test
  void systemCall_wakesNobody() {
    Workload calls =
        Workload.of(
            "calls",
            thread("counter", compute(millis(30))),
            thread("caller", repeat(50, systemCall(), compute(micros(40)))));
    Timeline run = SimulatedGil.of(PyPy.compiled()).run(calls);
    for (int i = 1; i < run.locks().get(0).steps().size(); i++) {
      Step step = run.locks().get(0).steps().get(i);
      if (step.kind() == Step.Kind.SIGNALS) {
        Step.Kind before = run.locks().get(0).steps().get(i - 1).kind();
        assertTrue(before == Step.Kind.DROPS || before == Step.Kind.ASKS, before + " before");
      }
    }
  }

  @Test
  void waiter_looksEveryTenthOfAMillisecond() {
    Workload two =
        Workload.of(
            "a long turn", thread("a", compute(millis(14))), thread("b", compute(millis(9))));
    Timeline run = SimulatedGil.of(PyPy.compiled()).run(two);
    int looks = 0;
    long slept = 0;
    for (Step step : run.locks().get(0).steps()) {
      if (step.kind() == Step.Kind.WAITS) {
        slept = step.atNanos();
      } else if (step.kind() == Step.Kind.TIMES_OUT) {
        assertEquals(100_000 + MachineModel.ofCores(2).timerSlackNanos(), step.atNanos() - slept);
        looks++;
      }
    }
    assertTrue(looks > 5, looks + " looks");
  }
}
