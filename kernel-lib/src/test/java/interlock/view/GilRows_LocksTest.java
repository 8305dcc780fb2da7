package interlock.view;

import static interlock.gil.workload.Actions.compute;
import static interlock.gil.workload.Actions.millis;
import static interlock.gil.workload.Actions.thread;
import static org.junit.jupiter.api.Assertions.assertEquals;

import interlock.gil.SimulatedGil;
import interlock.gil.policy.GilPolicy;
import interlock.gil.policy.NoLock;
import interlock.gil.policy.TimedDrop;
import interlock.gil.timeline.Timeline;
import interlock.gil.workload.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;

class GilRows_LocksTest {
  private static Timeline run(GilPolicy policy) {
    return SimulatedGil.of(policy).run(Workload.of("one", thread("A", compute(millis(1)))));
  }

  @Test
  void lockThatIsTaken_hasALane() {
    Timeline run = run(TimedDrop.v311());

    assertEquals(List.of("GIL", "A"), GilRows.labels(run, false));
    assertEquals(2, GilRows.count(run, false));
  }

  @Test
  void lockThatNoThreadEverTakes_hasNone() {
    Timeline run = run(new NoLock());

    assertEquals(List.of("A"), GilRows.labels(run, false));
    assertEquals(1, GilRows.count(run, false));
  }

  @Test
  void threadOfAnotherProcess_isNamedWithItUnlessTheyHaveOneName() {
    Workload two =
        Workload.of(
            "two",
            thread("A", compute(millis(1))).in("A"),
            thread("B", compute(millis(1))).in("other"));
    List<String> labels = GilRows.labels(SimulatedGil.of(TimedDrop.v311()).run(two), false);

    assertEquals(List.of("GIL, A", "GIL, other", "A", "B (other)"), labels);
  }
}
