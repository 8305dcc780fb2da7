package interlock.gil;

import static interlock.gil.workload.Actions.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.gil.machine.MachineModel;
import interlock.gil.policy.LockPerObject;
import interlock.gil.policy.Ticks;
import interlock.gil.policy.TimedDrop;
import interlock.gil.workload.Action;
import interlock.gil.workload.ThreadPlan;
import interlock.gil.workload.Workload;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bad input gets one sentence that says what was wrong. */
class SimulatedGil_RefusalTest {
  private static final SimulatedGil GIL = SimulatedGil.of(TimedDrop.v311());

  private static void assertRefused(String said, Runnable call) {
    RuntimeException refused = assertThrows(RuntimeException.class, call::run);
    assertTrue(
        refused instanceof IllegalArgumentException || refused instanceof IllegalStateException,
        refused.toString());
    String message = String.valueOf(refused.getMessage());
    assertEquals(said, message.replace('\u00A0', ' '));
  }

  private static void assertRuns(String said, Action... actions) {
    assertRefused(said, () -> GIL.measure(Workload.of("bad", thread("A", actions))));
  }

  @Test
  void coresZero_refused() {
    assertRefused("The machine's cores lies between 1 and 1,024, not at 0", () -> GIL.cores(0));
    assertRefused(
        "The machine's cores lies between 1 and 1,024, not at -2", () -> MachineModel.ofCores(-2));
  }

  @Test
  void intervalOutOfRange_refused() {
    String said = "The switch interval is longer than nothing and at most a day, not ";
    assertRefused(said + "PT-0.005S", () -> TimedDrop.v311().withInterval(Duration.ofMillis(-5)));
    assertRefused(said + "PT0S", () -> TimedDrop.v311().withInterval(Duration.ZERO));
    assertRefused(
        said + "PT2562047788015215H30M7S",
        () -> TimedDrop.v311().withInterval(Duration.ofSeconds(Long.MAX_VALUE)));
  }

  @Test
  void timesOutOfRange_refused() {
    String said = "A time lies between 0 and 1000000 s, not at ";
    assertRefused(said + "PT-0.001S", () -> compute(Duration.ofMillis(-1)));
    assertRefused(said + "PT8760H", () -> sleep(Duration.ofDays(365)));
    assertRefused("A time lies within 11 days, not at NaN ns", () -> io(nanos(Double.NaN)));
    assertRefused("A time lies within 11 days, not at Infinity ns", () -> seconds(1 / 0.0));
    assertRefused(
        "A span goes from the shorter to the longer time, not from 2000 ns to 1000 ns",
        () -> between(micros(2), micros(1)));
    assertRefused("Actions are repeated 0 times or more, not -1", () -> repeat(-1));
    assertRefused(
        "An object is touched 0 to 1,000,000 times at once, not -3", () -> touch("o", -3));
  }

  @Test
  void limitsOutOfRange_refused() {
    assertRefused(
        "A run is left after more than nothing and at most a day, not after PT0S",
        () -> GIL.until(Duration.ZERO));
    assertRefused("A run has 1 event or more, not 0", () -> GIL.events(0));
  }

  @Test
  void threadUnknown_cannotBeJoined() {
    assertRuns("There is no thread called 'B' to wait for", join("B"));
  }

  @Test
  void lockNobodyHas_cannotBeReleased() {
    assertRuns("thread 'A' releases lock 'L', which nobody has", unlock("L"));
    assertRuns(
        "thread 'A' releases lock 'L', which nobody has", lock("L"), unlock("L"), unlock("L"));
  }

  @Test
  void conditionWithoutItsLock_cannotBeWaitedFor() {
    assertRuns("thread 'A' waits on condition 'C', but has not lock 'L'", await("C", "L"));
  }

  @Test
  void spanNotBegun_cannotEnd() {
    assertRuns("thread 'A' ends span 's', which it has not begun", end("s"));
  }

  @Test
  void workloadsOfNoneOrTooMany_refused() {
    assertRefused("Workload 'w' needs 1 to 100,000 threads, but has 0", () -> Workload.of("w"));
    List<ThreadPlan> crowd = Collections.nCopies(100_001, thread("A"));
    assertRefused(
        "Workload 'w' needs 1 to 100,000 threads, but has 100,001", () -> new Workload("w", crowd));
    assertRefused(
        "Workload 'w' has two threads called 'A'",
        () -> Workload.of("w", thread("A"), thread("A")));
  }

  @Test
  void stepsTooMany_refused() {
    Action many = repeat(1, compute(nanos(1)), compute(nanos(1)));
    for (int i = 0; i < 40; i++) {
      many = repeat(1, many, many);
    }
    assertRuns(
        "Thread 'A' has more than 1,000,000 steps: repeat them instead of writing them all down",
        many);
  }

  @Test
  void loopsTooDeep_refused() {
    Action deep = compute(nanos(1));
    for (int i = 0; i < 20_000; i++) {
      deep = repeat(1, deep);
    }
    assertRuns("Thread 'A' has loops more than 100 deep in one another", deep);
  }

  @Test
  void threadsWithinThreads_mayBeDeep() {
    ThreadPlan inner = thread("last", compute(nanos(1)));
    for (int i = 0; i < 5_000; i++) {
      inner = thread("t", spawn(inner));
    }
    assertEquals(5_001, GIL.measure(Workload.of("nested", inner)).threads().size());
  }

  @Test
  void namesThatNoMessageCanSay_refused() {
    assertRefused("A thread needs a name", () -> thread("  "));
    assertRefused(
        "The name of a lock is one line without control characters, not 'a\uFFFDb'",
        () -> lock("a\nb"));
    assertRefused(
        "The name of a queue has at most 200 characters, not 10,000,000: 'xxxxxxxxxxxxxxxxxxxx…'",
        () -> put("x".repeat(10_000_000)));
  }

  @Test
  void namesInAnyScript_areFine() {
    String name = "<b>&\"'\\ Łódź 漢字 🐍";
    assertEquals(name, GIL.measure(Workload.of(name, thread(name))).threads().getFirst().name());
  }

  @Test
  void policiesOutOfRange_refused() {
    assertRefused(
        "From check point to check point there is 1 instruction or more, not 0",
        () -> new TimedDrop("3.11", Duration.ofMillis(5), TimedDrop.v311().checks(), 0));
    assertTrue(
        SimulatedGil.of(new Ticks(1_000_000_000, 1_000_000_000))
                .measure(Workload.of("w", thread("A", compute(millis(1))), thread("B")))
                .makespanNanos()
            > 0);
    assertTrue(
        SimulatedGil.of(new LockPerObject(100_000))
                .measure(Workload.of("w", thread("A", compute(millis(1)))))
                .makespanNanos()
            > 100_000_000);
  }
}
