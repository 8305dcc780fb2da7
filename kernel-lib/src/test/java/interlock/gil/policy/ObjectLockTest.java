package interlock.gil.policy;

import static interlock.gil.workload.Actions.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.gil.SimulatedGil;
import interlock.gil.timeline.Count;
import interlock.gil.timeline.Figures;
import interlock.gil.timeline.State;
import interlock.gil.workload.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists that threads change at the same time. */
class ObjectLockTest {
  private static final Workload ONE_LIST =
      Cases.threads("one list", 4, _ -> repeat(5_000, append("list", nanos(200))));
  private static final Workload OWN_LISTS =
      Cases.threads("own lists", 4, i -> repeat(5_000, append("list " + i, nanos(200))));

  private static Figures run(GilPolicy policy, Workload workload) {
    return SimulatedGil.of(policy).cores(4).measure(workload);
  }

  @Test
  void oneList_losesNothingUnderAnyLock() {
    for (GilPolicy policy : GilPolicy.all()) {
      if (!(policy instanceof NoLock)) {
        Count count = run(policy, ONE_LIST).count("list");
        assertEquals(new Count(20_000, 20_000), count, policy.name());
      }
    }
  }

  @Test
  void oneListWithoutALock_losesItems() {
    Count count = run(new NoLock(), ONE_LIST).count("list");
    assertTrue(count.found() < 15_000, count.toString());
  }

  @Test
  void ownLists_goInParallelWithoutAnInterpreterLock() {
    for (GilPolicy policy : List.of(FreeThreaded.v314(), Jython.v27())) {
      double gain = run(policy, OWN_LISTS).speedupOver(run(policy, ONE_LIST));
      assertTrue(gain > 2, policy.name() + ": " + gain);
    }
  }

  @Test
  void ownLists_gainNothingUnderTheInterpreterLock() {
    double gain = run(TimedDrop.v311(), OWN_LISTS).speedupOver(run(TimedDrop.v311(), ONE_LIST));
    assertEquals(1, gain, 0.05);
  }

  @Test
  void contendedList_isWaitedForAsALock() {
    Figures run = run(FreeThreaded.v314(), ONE_LIST);
    long waited = run.threads().stream().mapToLong(it -> it.in(State.WAITS_FOR_LOCK)).sum();
    assertTrue(waited > 0, run.toString());
  }
}
