package interlock.gil.policy;

import static interlock.gil.workload.Actions.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.gil.SimulatedGil;
import interlock.gil.timeline.Count;
import interlock.gil.workload.Workload;
import org.junit.jupiter.api.Test;

/** No lock at all, a lock for each object, and Jython. */
class WithoutALockTest {
  private static final Workload TOUCH =
      Cases.threads("touch", 2, _ -> repeat(200, touch("o", 100)));
  private static final Workload COMPUTE = Cases.threads("two", 2, _ -> compute(millis(10)));

  private static Count count(GilPolicy policy, int cores, long seed) {
    SimulatedGil machine = SimulatedGil.of(policy).cores(cores).seed(seed);
    return machine.measure(TOUCH).count("o");
  }

  @Test
  void countsWithoutALock_goWrongOnTwoCores() {
    for (long seed = 1; seed <= 20; seed++) {
      Count count = count(new NoLock(), 2, seed);
      assertEquals(40_000, count.expected());
      assertTrue(count.found() < 30_000, "seed " + seed + ": " + count);
    }
  }

  @Test
  void countsWithoutALock_areRightOnOneCore() {
    assertEquals(new Count(40_000, 40_000), count(new NoLock(), 1, 1));
  }

  @Test
  void countsUnderTheInterpreterLock_areRight() {
    assertEquals(new Count(40_000, 40_000), count(TimedDrop.v311(), 2, 1));
  }

  @Test
  void lockPerObject_isRightAndSlow() {
    assertEquals(new Count(40_000, 40_000), count(LockPerObject.twiceAsDear(), 2, 1));
    long alone = SimulatedGil.of(TimedDrop.v311()).measure(COMPUTE).makespanNanos();
    long locked = SimulatedGil.of(LockPerObject.twiceAsDear()).measure(COMPUTE).makespanNanos();
    assertEquals(1, (double) locked / alone, 0.05, "twice as dear on twice the cores");
  }

  @Test
  void jythonThreads_runInParallelAndCountNothing() {
    SimulatedGil jython = SimulatedGil.of(Jython.v27());
    assertEquals(2, jython.measure(COMPUTE).speedupOver(jython.cores(1).measure(COMPUTE)), 0.05);
    assertEquals(new Count(40_000, 40_000), count(Jython.v27(), 2, 1));
  }

  @Test
  void jythonAddition_losesUpdates() {
    Workload adds = Cases.threads("adds", 2, _ -> repeat(5_000, increment("n", nanos(60))));
    Count count = SimulatedGil.of(Jython.v27()).measure(adds).count("n");
    assertTrue(count.found() < count.expected(), count.toString());
  }
}
