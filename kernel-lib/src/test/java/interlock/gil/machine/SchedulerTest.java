package interlock.gil.machine;

import static interlock.gil.workload.Actions.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.gil.SimulatedGil;
import interlock.gil.policy.NoLock;
import interlock.gil.timeline.State;
import interlock.gil.timeline.Stretch;
import interlock.gil.timeline.ThreadTrack;
import interlock.gil.timeline.Timeline;
import interlock.gil.workload.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The operating system's scheduler, seen without an interpreter lock and without chance. */
class SchedulerTest {
  private static final MachineModel.Draft PLAIN = plain(1);

  private static MachineModel.Draft plain(int cores) {
    return MachineModel.ofCores(cores)
        .with()
        .timeSliceNanos(1_000_000)
        .wakeUpNanos(10_000)
        .deepWakeUpNanos(10_000)
        .contextSwitchNanos(1_000)
        .idleWakeCallNanos(0)
        .wakeCallNanos(0)
        .timerSlackNanos(0)
        .systemCallNanos(0)
        .coldCallNanos(0)
        .boost(false)
        .packs(false)
        .jitterPermille(0);
  }

  private static Timeline run(MachineModel machine, Workload workload) {
    return SimulatedGil.of(new NoLock()).on(machine).run(workload);
  }

  @Test
  void twoThreadsOnOneCore_takeTurnsAtTheTicks() {
    Timeline run =
        run(
            PLAIN.model(),
            Workload.of(
                "two", thread("A", compute(millis(2.5))), thread("B", compute(millis(2.5)))));
    List<Long> slices =
        run.threads().getFirst().stretches().stream()
            .filter(it -> it.state().onCore())
            .map(Stretch::nanos)
            .toList();
    // The first comes after a wake-up of 10 µs, each other after a switch of 1 µs.
    assertEquals(List.of(990_000L, 999_000L, 511_000L), slices);
    assertEquals(5_000_000 + 10_000 + 5 * 1_000, run.endNanos());
  }

  @Test
  void threadAlone_isNeverTakenOffItsCore() {
    Timeline run = run(PLAIN.model(), Workload.of("one", thread("A", compute(millis(50)))));
    assertEquals(2, run.threads().getFirst().stretches().size(), "a wake-up and a run");
    assertEquals(50_010_000, run.endNanos());
  }

  @Test
  void idleCoreThatSleptLonger_wakesLater() {
    MachineModel machine =
        PLAIN.model().with().deepWakeUpNanos(110_000).deepIdleNanos(1_000_000).model();
    Timeline run =
        run(machine, Workload.of("naps", thread("A", sleep(micros(500)), sleep(millis(7)))));
    List<Long> wakes =
        run.threads().getFirst().stretches().stream()
            .filter(it -> it.state() == State.WAITS_FOR_CORE)
            .map(Stretch::nanos)
            .toList();
    assertEquals(List.of(10_000L, 60_000L, 110_000L), wakes);
  }

  @Test
  void boost_letsTheWokenGoFirst_onceItIsOwedTime() {
    Workload workload =
        Workload.of(
            "naps beside a count",
            thread("sleeper", repeat(2, sleep(micros(300)), compute(micros(10)))),
            thread("counter", compute(millis(20))));
    long without = ended("sleeper", run(PLAIN.model(), workload));
    long with = ended("sleeper", run(PLAIN.model().with().boost(true).model(), workload));
    assertTrue(without > 2_000_000, "waits for two ticks: " + without);
    assertTrue(with > 1_000_000 && with < 1_400_000, "waits for one, then goes first: " + with);
  }

  private static long ended(String name, Timeline run) {
    return run.figures().thread(name).endNanos();
  }

  @Test
  void boost_letsTwoThatWaitForOneAnotherPassAThirdThatComputes() {
    Timeline run =
        run(
            PLAIN.model().with().boost(true).model(),
            Workload.of(
                "echo",
                thread("here", repeat(50, send("there"), receive("back"))),
                thread("there", repeat(50, receive("there"), send("back"))),
                thread("C", forever(compute(millis(10)))).asDaemon()));
    assertTrue(run.endNanos() < 3_000_000, "fifty round trips in less than three slices");
  }

  @Test
  void boost_isForThoseWhoSleptLongerThanTheyRan() {
    Timeline run =
        run(
            PLAIN.model().with().boost(true).model(),
            Workload.of(
                "naps",
                thread("A", compute(millis(2)), sleep(micros(100)), compute(millis(1))),
                thread("B", sleep(millis(1)), compute(micros(300)))));
    Stretch last = run.threads().get(1).stretches().getLast();
    assertEquals(State.RUNS_WITHOUT_GIL, last.state());
    assertEquals(300_000, last.nanos(), "A has run for most of the time, so B is not disturbed");
  }

  @Test
  void boostOfAThreadByOneThatThenWaits_costsNobodyElseItsCore() {
    // The waker is to leave its core for the woken one, but waits of its own accord: the third
    // thread, which then runs there, is not to be taken off for it.
    MachineModel machine = PLAIN.model().with().boost(true).model();
    Timeline run =
        run(
            machine,
            Workload.of(
                "a call that waits",
                thread("server", receive("ask"), compute(micros(5))),
                thread("other", sleep(micros(200)), compute(micros(300))),
                thread("client", compute(micros(400)), send("ask"), receive("never sent"))
                    .asDaemon()));
    ThreadTrack other = run.threads().get(1);
    long runs = other.stretches().stream().filter(it -> it.state().onCore()).count();
    assertTrue(runs <= 3, other.stretches().toString());
  }

  @Test
  void siblings_slowEachOtherDown() {
    MachineModel machine = plain(2).siblings(2).siblingPermille(600).model();
    Workload two =
        Workload.of("two", thread("A", compute(millis(6))), thread("B", compute(millis(6))));
    assertEquals(10_000_000 + 10_000, run(machine, two).endNanos());
    assertEquals(6_000_000 + 10_000, run(plain(2).model(), two).endNanos());
  }

  @Test
  void siblingThatEnds_letsTheOtherRunAtFullSpeed() {
    MachineModel machine = plain(2).siblings(2).siblingPermille(500).model();
    Workload two =
        Workload.of("two", thread("A", compute(millis(6))), thread("B", compute(millis(2))));
    // 4 ms beside each other give 2 ms of work each; 4 ms of A's are left.
    assertEquals(8_000_000 + 10_000, run(machine, two).endNanos());
  }

  @Test
  void coreWithoutWork_takesFromTheLongestQueue() {
    Workload four =
        Workload.of(
            "four",
            thread("A", compute(micros(100))),
            thread("B", compute(millis(4))),
            thread("C", compute(micros(100))),
            thread("D", compute(millis(4))));
    Timeline run = run(plain(2).model(), four);
    assertTrue(run.endNanos() < 6_000_000, "both cores work: " + run.endNanos());
    assertEquals(2, run.figures().coreBusyNanos().stream().filter(it -> it > 3_000_000).count());
  }

  @Test
  void packing_runsTheReaderWhereTheWriterWas() {
    Workload talk =
        Workload.of(
            "talk",
            thread("writer", repeat(20, send("there"), receive("back"))),
            thread("reader", repeat(20, receive("there"), send("back"))));
    Timeline packed = run(plain(2).systemCallNanos(500).packs(true).model(), talk);
    Timeline apart = run(plain(2).systemCallNanos(500).model(), talk);
    assertEquals(1, coresOf(packed.threads().get(1)), "after its first wake-ups");
    assertTrue(packed.endNanos() < apart.endNanos(), "no core has to be woken");
  }

  @Test
  void packing_keepsTheWokenOnItsBusyCore_untilThatIsFull() {
    Workload beside =
        Workload.of(
            "naps beside a count",
            thread("naps", repeat(400, sleep(micros(100)), compute(micros(10)))),
            thread("counter", sleep(micros(5)), compute(millis(300)), sleep(micros(1))));
    MachineModel.Draft machine = plain(2).boost(true);
    assertEquals(2, coresBusy(run(machine.model(), beside), 1_000_000));
    Timeline packed = run(machine.packs(true).model(), beside);
    assertTrue(packed.figures().coreBusyNanos().stream().anyMatch(it -> it > 290_000_000));
  }

  private static long coresBusy(Timeline run, long nanos) {
    return run.figures().coreBusyNanos().stream().filter(it -> it > nanos).count();
  }

  @Test
  void firstMessageAfterAnIdleTime_findsColdCaches() {
    Workload talk =
        Workload.of(
            "talk", thread("writer", repeat(3, sleep(millis(5)), send("there"), send("there"))));
    MachineModel.Draft machine = plain(1).systemCallNanos(1_000);
    long warm = run(machine.model(), talk).endNanos();
    long cold =
        run(machine.deepIdleNanos(10_000_000).coldCallNanos(20_000).model(), talk).endNanos();
    // Half as deep an idling as the deepest, once for each sleep.
    assertEquals(3 * 10, (cold - warm) / 1_000.0, 1);
  }

  private static long coresOf(ThreadTrack thread) {
    return thread.stretches().reversed().stream()
        .filter(it -> it.core() >= 0)
        .limit(10)
        .map(Stretch::core)
        .distinct()
        .count();
  }
}
