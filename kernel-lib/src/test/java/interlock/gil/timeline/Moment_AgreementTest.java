package interlock.gil.timeline;

import static interlock.gil.workload.Actions.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.gil.SimulatedGil;
import interlock.gil.policy.TimedDrop;
import interlock.gil.workload.Workload;
import interlock.gil.workload.Workloads;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A moment of a lock says what the threads' stretches say. */
class Moment_AgreementTest {
  private static final Timeline RUN =
      SimulatedGil.of(TimedDrop.v311())
          .run(
              Workload.of(
                  "two count, one reads",
                  thread("A", compute(millis(30))),
                  thread("B", compute(millis(30))),
                  thread("C", repeat(20, io(micros(900)), compute(micros(200))))));

  @Test
  void holder_isTheThreadWhoseStretchHoldsTheLock() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 500; i++) {
      long at = random.nextLong(RUN.endNanos());
      Moment moment = RUN.at(0, at);
      OptionalInt holds = OptionalInt.empty();
      for (int t = 0; t < RUN.threads().size(); t++) {
        Stretch stretch = RUN.threads().get(t).at(at);
        if (stretch != null && stretch.state().holdsGil()) {
          holds = OptionalInt.of(t);
        }
      }
      assertEquals(holds, moment.holder(), "at " + at);
      moment
          .holder()
          .ifPresent(h ->
              assertFalse(moment.waiting().stream().anyMatch(it -> it.thread() == h), "at " + at));
    }
  }

  @Test
  void whoeverWaitsForTheGil_isAmongTheWaiting() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 500; i++) {
      long at = random.nextLong(RUN.endNanos());
      Moment moment = RUN.at(0, at);
      List<Integer> waiting = moment.waiting().stream().map(Moment.Waiting::thread).toList();
      for (int t = 0; t < RUN.threads().size(); t++) {
        Stretch stretch = RUN.threads().get(t).at(at);
        if (stretch != null && stretch.state() == State.WAITS_FOR_GIL && !awaitsSwitch(t, at)) {
          assertTrue(waiting.contains(t), "thread %d at %d".formatted(t, at));
        }
      }
    }
  }

  /** A thread that was made to drop waits until another has the lock, and does not ask yet. */
  private static boolean awaitsSwitch(int thread, long at) {
    Step last = null;
    for (Step step : RUN.locks().getFirst().steps()) {
      if (step.atNanos() <= at && step.thread() == thread) {
        last = step;
      }
    }
    return last != null && last.kind() == Step.Kind.AWAITS_SWITCH;
  }

  @Test
  void request_isUpFromItsRaisingToItsEnd() {
    boolean up = false;
    List<Step> steps = RUN.locks().getFirst().steps();
    for (int i = 0; i < steps.size(); i++) {
      up = steps.get(i).kind() == Step.Kind.REQUESTS || up;
      up = steps.get(i).kind() != Step.Kind.CLEARS && up;
      Moment moment = RUN.afterSteps(0, i + 1);
      assertEquals(up, moment.dropRequest(), "after step " + i);
      assertEquals(steps.get(i), moment.last());
      assertEquals(i, moment.lastPlace());
    }
    assertFalse(up);
  }

  @Test
  void switchNumber_countsHandOversAndTheFirstTake() {
    Moment end = RUN.at(0, RUN.endNanos());
    assertEquals(RUN.handOvers().size() + 1, end.switchNumber());
    assertEquals(OptionalInt.empty(), end.holder());
    assertEquals(RUN.figures().handOverCount(), RUN.handOvers().size());
  }

  @Test
  void momentsOfALongRun_areTheSameFromAnyStep() {
    Timeline run = SimulatedGil.of(TimedDrop.v311()).run(Workloads.echo(1, 300));
    int number = run.locks().getFirst().steps().size();
    List<Moment> forward = new ArrayList<>();
    for (int i = 0; i <= number; i += 97) {
      forward.add(run.afterSteps(0, i));
    }
    List<Moment> back = new ArrayList<>();
    for (int i = forward.size() - 1; i >= 0; i--) {
      back.addFirst(run.afterSteps(0, i * 97));
    }
    assertEquals(forward, back);
  }

  @Test
  void lockOrStepThatIsNot_refused() {
    assertThrows(IndexOutOfBoundsException.class, () -> RUN.at(1, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> RUN.afterSteps(0, 1 << 30));
    assertEquals(OptionalInt.empty(), RUN.afterSteps(0, 0).holder());
  }
}
