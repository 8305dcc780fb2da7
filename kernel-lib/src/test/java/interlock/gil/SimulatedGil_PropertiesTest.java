package interlock.gil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.gil.machine.MachineModel;
import interlock.gil.policy.FreeThreaded;
import interlock.gil.policy.GilPolicy;
import interlock.gil.policy.PyPy;
import interlock.gil.policy.TimedDrop;
import interlock.gil.timeline.Count;
import interlock.gil.timeline.Ending;
import interlock.gil.timeline.LockTrack;
import interlock.gil.timeline.State;
import interlock.gil.timeline.Step;
import interlock.gil.timeline.Stretch;
import interlock.gil.timeline.ThreadFigures;
import interlock.gil.timeline.ThreadTrack;
import interlock.gil.timeline.Timeline;
import interlock.gil.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What holds for workloads by chance, on machines by chance, under every lock. */
class SimulatedGil_PropertiesTest {
  private static final long FIRST_SEED = 1;
  private static final long LAST_SEED = 400;

  @Test
  void anyRun_endsSinceNoWakeUpIsLost() {
    sweep((what, run) -> assertInstanceOf(Ending.Completed.class, run.figures().ending(), what));
  }

  @Test
  void anyLock_hasOneHolderAtMost() {
    sweep((what, run) -> run.locks().forEach(lock -> assertOneHolder(what, lock)));
  }

  /** Steps are in the order in which they were taken, so nothing but the order is needed. */
  private static void assertOneHolder(String what, LockTrack lock) {
    int holder = -1;
    for (Step step : lock.steps()) {
      if (step.kind() == Step.Kind.TAKES) {
        assertEquals(-1, holder, () -> what + ": " + step);
        holder = step.thread();
      } else if (step.kind() == Step.Kind.DROPS) {
        assertEquals(step.thread(), holder, () -> what + ": " + step);
        holder = -1;
      }
    }
  }

  @Test
  void anyThread_isInOneStateFromStartToEnd() {
    sweep((what, run) -> {
      for (int i = 0; i < run.threads().size(); i++) {
        assertConserved(what, run.threads().get(i), run.figures().threads().get(i));
      }
    });
  }

  private static void assertConserved(String what, ThreadTrack track, ThreadFigures figures) {
    String which = what + ", " + track.name();
    long[] inState = new long[State.values().length];
    long now = figures.startNanos();
    for (Stretch it : track.stretches()) {
      assertEquals(now, it.fromNanos(), which);
      assertTrue(it.toNanos() > it.fromNanos(), which);
      assertEquals(it.state().onCore(), it.core() >= 0, which);
      inState[it.state().code()] += it.nanos();
      now = it.toNanos();
    }
    assertEquals(figures.endNanos(), now, which);
    for (State state : State.values()) {
      assertEquals(figures.in(state), inState[state.code()], which + " " + state);
    }
    long held = figures.in(State.RUNS_WITH_GIL) + figures.in(State.HOLDS_OFF_CORE);
    assertEquals(figures.gilHeldNanos(), held, which);
  }

  @Test
  void anyCore_runsOneThreadAtATime() {
    sweep((what, run) -> {
      int cores = run.figures().coreBusyNanos().size();
      List<List<Stretch>> on = new ArrayList<>();
      for (int core = 0; core < cores; core++) {
        on.add(new ArrayList<>());
      }
      for (ThreadTrack thread : run.threads()) {
        thread.stretches().stream()
            .filter(it -> it.core() >= 0)
            .forEach(it -> on.get(it.core()).add(it));
      }
      for (int core = 0; core < cores; core++) {
        assertApart(what + ", core " + core, on.get(core), run.figures().coreBusyNanos().get(core));
      }
    });
  }

  private static void assertApart(String what, List<Stretch> stretches, long busy) {
    stretches.sort((a, b) -> Long.compare(a.fromNanos(), b.fromNanos()));
    long now = 0;
    long sum = 0;
    for (Stretch it : stretches) {
      assertTrue(it.fromNanos() >= now, () -> what + ": " + it);
      now = it.toNanos();
      sum += it.nanos();
    }
    assertEquals(busy, sum, what);
  }

  @Test
  void anyClock_neverGoesBack() {
    sweep((what, run) -> {
      for (LockTrack lock : run.locks()) {
        long now = 0;
        for (Step step : lock.steps()) {
          assertTrue(step.atNanos() >= now, () -> what + ": " + step);
          now = step.atNanos();
        }
      }
    });
  }

  @Test
  void increments_areNeverMoreThanThereShouldBe() {
    sweep((what, run) -> {
      for (Count count : run.figures().counts().values()) {
        assertTrue(count.found() <= count.expected(), what);
        assertTrue(count.found() >= 0, what);
      }
    });
  }

  @Test
  void sameSeed_replaysTheSameRun() {
    for (long seed = FIRST_SEED; seed <= LAST_SEED; seed += 9) {
      SimulatedGil gil = machine(seed);
      Workload workload = RandomWorkloads.of(seed);
      Timeline once = gil.run(workload);
      Timeline again = gil.run(workload);
      assertEquals(once, again, "seed " + seed);
      assertEquals(once.figures(), gil.measure(workload), "seed " + seed);
    }
  }

  private static void sweep(BiConsumer<String, Timeline> check) {
    for (long seed = FIRST_SEED; seed <= LAST_SEED; seed++) {
      SimulatedGil gil = machine(seed);
      String what = "seed %d, %s, %s".formatted(seed, gil.policy().name(), gil.machine());
      Timeline run;
      try {
        run = gil.run(RandomWorkloads.of(seed));
      } catch (IllegalStateException e) {
        throw new AssertionError(what, e);
      }
      check.accept(what, run);
    }
  }

  /** A machine, and a policy, by chance. */
  private static SimulatedGil machine(long seed) {
    SplittableRandom random = new SplittableRandom(~seed);
    List<GilPolicy> policies = new ArrayList<>(GilPolicy.all());
    policies.add(TimedDrop.v311().withInterval(Duration.ofNanos(20_000)));
    policies.add(TimedDrop.v32().withInterval(Duration.ofNanos(100)));
    policies.add(PyPy.interpreted());
    policies.add(
        FreeThreaded.v314().withCollections(Duration.ofNanos(200_000), Duration.ofNanos(30_000)));
    MachineModel model =
        MachineModel.ofCores(1 + random.nextInt(5))
            .with()
            .siblings(1 + random.nextInt(2))
            .siblingPermille(random.nextInt(500, 1001))
            .timeSliceNanos(random.nextLong(1_000, 4_000_000))
            .wakeUpNanos(random.nextInt(2) * random.nextLong(22_000))
            .contextSwitchNanos(random.nextInt(2) * 1_500L)
            .boost(random.nextBoolean())
            .packs(random.nextBoolean())
            .lockNanos(random.nextInt(2) * 25L)
            .systemCallNanos(random.nextInt(2) * 500L)
            .coldCallNanos(random.nextInt(2) * 30_000L)
            .jitterPermille(random.nextInt(2) * 200)
            .model();
    return SimulatedGil.of(policies.get(random.nextInt(policies.size())))
        .on(model)
        .seed(seed)
        .events(3_000_000);
  }
}
