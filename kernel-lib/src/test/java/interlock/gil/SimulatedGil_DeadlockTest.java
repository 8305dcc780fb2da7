package interlock.gil;

import static interlock.gil.workload.Actions.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.gil.policy.GilPolicy;
import interlock.gil.policy.TimedDrop;
import interlock.gil.timeline.Ending;
import interlock.gil.workload.Action;
import interlock.gil.workload.ThreadPlan;
import interlock.gil.workload.Workload;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A workload that can never go on is told from one that goes on for long, with who waits for whom.
 */
class SimulatedGil_DeadlockTest {
  private static Ending ending(GilPolicy policy, ThreadPlan... threads) {
    return SimulatedGil.of(policy).measure(Workload.of("stuck", threads)).ending();
  }

  private static String ending(ThreadPlan... threads) {
    return ending(TimedDrop.v311(), threads).toString();
  }

  private static ThreadPlan locks(String name, String first, String second) {
    Action[] both = {lock(first), io(millis(1)), lock(second), unlock(second), unlock(first)};
    return thread(name, both);
  }

  @Test
  void twoLocksInBothOrders_areADeadlockUnderEveryLock() {
    for (GilPolicy policy : GilPolicy.all()) {
      assertEquals(
          "deadlock: A waits for lock 'M', which B has; B waits for lock 'L', which A has",
          ending(policy, locks("A", "L", "M"), locks("B", "M", "L")).toString(),
          policy.name());
    }
  }

  @Test
  void circle_beginsWithItsFirstThreadAndLeavesOthersOut() {
    assertEquals(
        "deadlock: A waits for lock '2', which B has; B waits for lock '3', which C has;"
            + " C waits for lock '1', which A has",
        ending(
            thread("waits too", io(millis(3)), lock("1")),
            thread("done", compute(millis(1))),
            locks("A", "1", "2"),
            locks("B", "2", "3"),
            locks("C", "3", "1")));
  }

  @Test
  void lockTakenTwice_isADeadlockOfOne() {
    assertEquals(
        "deadlock: A waits for lock 'L', which A has", ending(thread("A", lock("L"), lock("L"))));
  }

  @Test
  void joinOfItself_isADeadlockOfOne() {
    assertEquals("deadlock: A waits for the end of A", ending(thread("A", join("A"))));
  }

  @Test
  void joinOfEachOther_isADeadlock() {
    assertEquals(
        "deadlock: A waits for the end of B; B waits for the end of A",
        ending(thread("A", join("B")), thread("B", join("A"))));
  }

  @Test
  void joinOfWhoWaitsForMyLock_isADeadlockOfBothKinds() {
    assertEquals(
        "deadlock: A waits for the end of B; B waits for lock 'L', which A has",
        ending(
            thread("A", lock("L"), io(millis(1)), join("B")),
            thread("B", io(micros(500)), lock("L"))));
  }

  @Test
  void queueThatNobodyFills_isNoCircle() {
    assertEquals(
        "nobody can go on: A waits for queue 'q'; B waits for channel 'c'",
        ending(thread("A", get("q")), thread("B", receive("c")), thread("D", get("q")).asDaemon()));
  }

  @Test
  void lockOfAThreadThatHasEnded_isTold() {
    assertEquals(
        "nobody can go on: B waits for lock 'L', which A (ended) has",
        ending(thread("A", lock("L")), thread("B", io(millis(1)), lock("L"))));
  }

  @Test
  void longChain_isReportedShortAndQuickly() {
    int number = 50_000;
    ThreadPlan[] chain =
        IntStream.rangeClosed(1, number)
            .mapToObj(i ->
                i == number
                    ? thread("t" + i, get("nothing"))
                    : thread("t" + i, join("t" + (i + 1))))
            .toArray(ThreadPlan[]::new);
    Ending ending = ending(TimedDrop.v311(), chain);
    assertEquals(number, assertInstanceOf(Ending.Deadlock.class, ending).waits().size());
    assertTrue(ending.toString().endsWith("; and 49,992 more"), ending.toString());
  }
}
