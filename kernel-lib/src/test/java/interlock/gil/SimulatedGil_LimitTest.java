package interlock.gil;

import static interlock.gil.workload.Actions.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.gil.policy.GilPolicy;
import interlock.gil.policy.TimedDrop;
import interlock.gil.timeline.Ending;
import interlock.gil.timeline.Figures;
import interlock.gil.timeline.Stretch;
import interlock.gil.timeline.ThreadTrack;
import interlock.gil.timeline.Timeline;
import interlock.gil.workload.ThreadPlan;
import interlock.gil.workload.Workload;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every run ends, and says why. */
class SimulatedGil_LimitTest {
  private static final SimulatedGil GIL = SimulatedGil.of(TimedDrop.v311());

  private static String ending(SimulatedGil gil, ThreadPlan... threads) {
    return gil.measure(Workload.of("limits", threads)).ending().toString();
  }

  private static String ending(ThreadPlan... threads) {
    return ending(GIL, threads);
  }

  @Test
  void threadThatNeverEnds_isStoppedByTheEvents() {
    assertEquals(
        "stopped after 100,000 events: a thread may never end",
        ending(GIL.events(100_000), thread("A", forever(compute(micros(1))))));
  }

  @Test
  void threadThatNeverEnds_isStoppedByTheTime() {
    assertEquals(
        "left after 0.5 s of virtual time",
        ending(GIL.until(millis(500)), thread("A", forever(compute(millis(1))))));
  }

  @Test
  void loopOfStepsThatTakeNoTime_isStopped() {
    for (GilPolicy policy : GilPolicy.all()) {
      Figures figures =
          SimulatedGil.of(policy)
              .measure(Workload.of("spins", thread("A", forever(begin("s"), end("s")))));
      Ending.TimeStoodStill found =
          assertInstanceOf(Ending.TimeStoodStill.class, figures.ending(), policy.name());
      assertEquals("A", found.thread());
    }
  }

  @Test
  void emptyLoop_isStopped() {
    assertTrue(
        ending(thread("A", forever())).contains("A goes round and round in steps that take"));
    assertTrue(ending(thread("A", repeat(1L << 60))).contains("A goes round and round"));
  }

  @Test
  void loopOfNoTimeBesideOthers_isStoppedTooAndNamed() {
    String said =
        ending(thread("good", compute(seconds(2))), thread("bad", forever(compute(nanos(0)))));
    assertTrue(said.contains("bad goes round and round"), said);
  }

  @Test
  void daemons_doNotKeepARunGoing() {
    assertEquals(
        "every thread came to its end",
        ending(thread("A", compute(millis(1))), thread("D", forever(io(millis(1)))).asDaemon()));
  }

  @Test
  void threadStuckBesideDaemons_isNamedWithWhatItWaitsFor() {
    ThreadPlan daemon = thread("D", forever(compute(millis(1)))).asDaemon();
    assertEquals(
        "stopped after 5,000 events: A waits for queue 'never filled'",
        ending(GIL.events(5_000), thread("A", get("never filled")), daemon));
    assertEquals(
        "left after 1.0 s of virtual time: A waits for lock 'L', which A has; B waits for the end"
            + " of A",
        ending(
            GIL.until(seconds(1)),
            thread("A", lock("L"), lock("L")),
            thread("B", join("A")),
            daemon));
  }

  @Test
  void interrupt_endsARun() {
    Workload longOne = Workload.of("long", thread("A", forever(compute(nanos(1)))));
    assertInterrupted(() -> GIL.events(1L << 50).measure(longOne));
    assertFalse(Thread.interrupted());
  }

  @Test
  void interrupt_endsALoopOfStepsThatTakeNoTime() {
    Workload spins = Workload.of("spins", thread("A", forever(begin("s"), end("s"))));
    assertInterrupted(() -> GIL.measure(spins));
  }

  private static void assertInterrupted(Runnable run) {
    Thread.currentThread().interrupt();
    try {
      var thrown = assertThrows(CancellationException.class, run::run);
      assertEquals("The simulation was interrupted", thrown.getMessage());
    } finally {
      assertTrue(Thread.interrupted(), "the flag is left for the caller to see");
    }
  }

  @Test
  void runTooLongToKeep_tellsUpToWhereItIsKnown() {
    TimedDrop quick = TimedDrop.v311().withInterval(Duration.ofNanos(1_000));
    Timeline run =
        SimulatedGil.of(quick)
            .run(
                Workload.of(
                    "long", thread("A", compute(seconds(60))), thread("B", compute(seconds(60)))));
    assertEquals(new Ending.Completed(), run.figures().ending());
    assertTrue(run.recordedNanos() < run.endNanos(), run.toString());
    for (ThreadTrack thread : run.threads()) {
      Stretch last = thread.stretches().getLast();
      assertEquals(run.recordedNanos(), last.toNanos());
    }
  }

  @Test
  void manyThreads_fitIntoASmallHeap() {
    ThreadPlan[] threads =
        IntStream.range(0, Workload.MOST_THREADS)
            .mapToObj(i -> thread("thread " + i, compute(micros(3)), io(micros(5))))
            .toArray(ThreadPlan[]::new);
    SimulatedGil patient = SimulatedGil.of(TimedDrop.v311().withInterval(Duration.ofHours(1)));
    Timeline run = patient.run(Workload.of("crowd", threads));
    assertEquals(new Ending.Completed(), run.figures().ending());
    assertEquals(Workload.MOST_THREADS, run.threads().size());
  }

  @Test
  void threadsWithoutEnd_areRefusedAtALimit() {
    Workload bomb =
        Workload.of("bomb", thread("A", forever(spawn(thread("child", compute(nanos(1)))))));
    var refused = assertThrows(IllegalArgumentException.class, () -> GIL.measure(bomb));
    assertEquals("A run has at most 200,000 threads", refused.getMessage());
  }

  @Test
  void longTimes_doNotOverflow() {
    Duration longest = Duration.ofDays(11);
    for (GilPolicy policy : GilPolicy.all()) {
      for (int siblings = 1; siblings <= 2; siblings++) {
        SimulatedGil gil = SimulatedGil.of(policy);
        Figures figures =
            gil.on(gil.machine().with().siblings(siblings).siblingPermille(600).model())
                .measure(
                    Workload.of(
                        "long",
                        thread("A", compute(longest)),
                        thread("B", io(exponential(longest)), allowThreads(longest)),
                        thread("C", sleep(longest), repeat(9, touch("o", 1_000_000)))));
        assertInstanceOf(Ending.TimeLimit.class, figures.ending(), policy.name());
        assertEquals(SimulatedGil.LONGEST.toNanos(), figures.makespanNanos(), policy.name());
      }
    }
  }
}
