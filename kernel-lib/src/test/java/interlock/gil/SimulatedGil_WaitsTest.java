package interlock.gil;

import static interlock.gil.workload.Actions.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.gil.machine.MachineModel;
import interlock.gil.policy.NoLock;
import interlock.gil.policy.TimedDrop;
import interlock.gil.timeline.Ending;
import interlock.gil.timeline.Figures;
import interlock.gil.timeline.State;
import interlock.gil.timeline.Stretch;
import interlock.gil.timeline.Timeline;
import interlock.gil.workload.ThreadPlan;
import interlock.gil.workload.Workload;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a program waits for: locks, conditions, queues, channels, threads. */
class SimulatedGil_WaitsTest {
  private static final SimulatedGil GIL = SimulatedGil.of(TimedDrop.v311());

  private static Timeline run(ThreadPlan... threads) {
    Timeline run = GIL.run(Workload.of("waits", threads));
    assertEquals(new Ending.Completed(), run.figures().ending());
    return run;
  }

  private static List<Stretch> waits(Timeline run, int thread, State state) {
    return run.threads().get(thread).stretches().stream()
        .filter(it -> it.state() == state)
        .toList();
  }

  @Test
  void lockTaken_isWaitedForWithoutTheGil() {
    Timeline run =
        run(
            thread("owner", lock("L"), io(millis(5)), unlock("L")),
            thread("other", sleep(millis(1)), lock("L"), unlock("L")));
    Stretch wait = waits(run, 1, State.WAITS_FOR_LOCK).getFirst();
    assertEquals("lock 'L'", wait.what());
    assertTrue(wait.toNanos() >= 5_000_000, wait.toString());
  }

  @Test
  void lockFree_costsNoWait() {
    Timeline run = run(thread("one", repeat(10, lock("L"), unlock("L"))));
    assertEquals(List.of(), waits(run, 0, State.WAITS_FOR_LOCK));
  }

  @Test
  void lockReleasedAndTakenAtOnce_isTakenBeforeTheWokenThreadComes() {
    Timeline run =
        run(
            thread("fast", repeat(5, lock("L"), io(millis(1)), unlock("L"))),
            thread("slow", sleep(micros(300)), lock("L"), unlock("L")));
    assertTrue(waits(run, 1, State.WAITS_FOR_LOCK).size() > 1, "it is woken for nothing");
  }

  @Test
  void queueEmpty_isWaitedForAndEveryItemComes() {
    Timeline run =
        run(
            thread("consumer", repeat(30, get("q"))),
            thread("producer", repeat(30, compute(micros(200)), put("q"))));
    assertEquals("queue 'q'", waits(run, 0, State.WAITS_FOR_LOCK).getFirst().what());
  }

  @Test
  void getThatWaits_whileTheRequestIsUp() {
    // A get has no check point, so the request may be up when the last one has to wait: the thread
    // then stands in the queue's list and in the lock's.
    TimedDrop quick = TimedDrop.v311().withInterval(Duration.ofNanos(1_000));
    for (long seed = 1; seed <= 20; seed++) {
      Figures figures =
          SimulatedGil.of(quick)
              .seed(seed)
              .measure(
                  Workload.of(
                      "drains",
                      thread("drains", repeat(400, put("q")), repeat(500, get("q"))),
                      thread("wants", compute(millis(2)), repeat(100, put("q"))),
                      thread("wants too", compute(millis(2)))));
      assertEquals(new Ending.Completed(), figures.ending(), "seed " + seed);
    }
  }

  @Test
  void messageSent_isReadInAnotherProcess() {
    Timeline run =
        run(
            thread("here", compute(millis(1)), send("c")),
            thread("there", receive("c")).in("another"));
    assertEquals("channel 'c'", waits(run, 1, State.WAITS_FOR_IO).getFirst().what());
  }

  @Test
  void messageThere_isReadWithoutAWait() {
    Timeline run = run(thread("one", send("c"), receive("c")));
    assertEquals(List.of(), waits(run, 0, State.WAITS_FOR_IO));
  }

  @Test
  void conditionSignalledToAll_wakesAllOneAfterTheOther() {
    ThreadPlan waker = thread("waker", sleep(millis(2)), lock("L"), signalAll("C"), unlock("L"));
    run(waker, waiter("one"), waiter("two"), waiter("three"));
  }

  @Test
  void conditionSignalled_wakesOne() {
    ThreadPlan waker = thread("waker", sleep(millis(2)), lock("L"), signal("C"), unlock("L"));
    Figures figures = GIL.measure(Workload.of("one", waker, waiter("one"), waiter("two")));
    assertEquals("nobody can go on: two waits for condition 'C'", figures.ending().toString());
  }

  private static ThreadPlan waiter(String name) {
    return thread(name, lock("L"), await("C", "L"), unlock("L"));
  }

  @Test
  void threadStarted_runsBeforeStartReturns() {
    Timeline run =
        run(thread("parent", spawn(thread("child", compute(millis(1)))), compute(millis(1))));
    long childRuns = waits(run, 1, State.RUNS_WITH_GIL).getFirst().fromNanos();
    Stretch start = waits(run, 0, State.WAITS_FOR_LOCK).getFirst();
    assertEquals("a thread to start", start.what());
    assertTrue(start.toNanos() >= childRuns, start.toString());
  }

  @Test
  void childOfOnesOwn_isJoined_thoughAnotherThreadHasStartedALaterOneOfThatName() {
    Timeline run =
        run(
            thread("A", spawn(thread("child", io(millis(2)))), sleep(millis(1)), join("child")),
            thread("B", sleep(micros(500)), spawn(thread("child", io(millis(9))))));
    assertTrue(run.figures().thread("A").endNanos() < 4_000_000, "waits for its own");
    assertTrue(run.figures().thread("child 2").endNanos() > 9_000_000);
  }

  @Test
  void threadsOfOneName_areNumberedAndJoinedInTurn() {
    Timeline run =
        run(
            thread(
                "parent", repeat(3, spawn(thread("child", compute(micros(50)))), join("child"))));
    assertEquals(
        List.of("parent", "child", "child 2", "child 3"),
        run.threads().stream().map(it -> it.name()).toList());
    long parentEnds = run.figures().thread("parent").endNanos();
    assertTrue(run.figures().thread("child 3").endNanos() <= parentEnds);
  }

  @Test
  void threadEnded_isJoinedAtOnce() {
    Timeline run =
        run(thread("quick", compute(micros(1))), thread("late", io(millis(3)), join("quick")));
    assertEquals(List.of(), waits(run, 1, State.WAITS_FOR_LOCK));
  }

  @Test
  void lockHeldByAThreadThatIsPreempted_keepsOthersWaiting() {
    MachineModel one = MachineModel.ofCores(1).with().jitterPermille(0).model();
    Figures figures =
        SimulatedGil.of(new NoLock())
            .on(one)
            .measure(
                Workload.of(
                    "one core",
                    thread("A", lock("L"), compute(millis(20)), unlock("L")),
                    thread("B", lock("L"), compute(millis(1)), unlock("L")),
                    thread("C", compute(millis(20)))));
    assertTrue(figures.thread("B").in(State.WAITS_FOR_LOCK) > 20_000_000);
  }
}
