package interlock.gil.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.gil.SimulatedGil;
import interlock.gil.timeline.Ending;
import interlock.gil.timeline.Figures;
import interlock.gil.timeline.HandOver;
import interlock.gil.timeline.LockTrack;
import interlock.gil.timeline.Step;
import interlock.gil.timeline.Stretch;
import interlock.gil.timeline.ThreadFigures;
import interlock.gil.timeline.ThreadTrack;
import interlock.gil.timeline.Timeline;
import interlock.gil.workload.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds for every policy, workload, number of cores and seed. */
class EveryPolicyTest {
  private static final int SEEDS = 5;

  @Test
  void anyRun_hasAtMostOneHolderPerLock() {
    sweep((what, run) -> run.locks().forEach(lock -> assertOneHolder(what, run, lock)));
  }

  private static void assertOneHolder(String what, Timeline run, LockTrack lock) {
    List<Stretch> held = new ArrayList<>();
    int number = run.locks().indexOf(lock);
    for (ThreadTrack thread : run.threads()) {
      if (thread.lock() == number) {
        thread.stretches().stream().filter(it -> it.state().holdsGil()).forEach(held::add);
      }
    }
    held.sort(Comparator.comparingLong(Stretch::fromNanos));
    for (int i = 1; i < held.size(); i++) {
      Stretch one = held.get(i - 1);
      Stretch next = held.get(i);
      assertTrue(one.toNanos() <= next.fromNanos(), () -> what + ": " + one + " and " + next);
    }
  }

  @Test
  void anyRun_endsSinceNoWakeUpIsLost() {
    sweep((what, run) -> assertInstanceOf(Ending.Completed.class, run.figures().ending(), what));
  }

  @Test
  void anyThread_isInOneStateAllItsLife() {
    sweep((what, run) -> {
      for (ThreadFigures thread : run.figures().threads()) {
        long sum = thread.inState().values().stream().mapToLong(Long::longValue).sum();
        assertEquals(thread.lifetimeNanos(), sum, what + ": " + thread.name());
      }
      run.threads().forEach(thread -> assertNoGap(what, thread));
    });
  }

  private static void assertNoGap(String what, ThreadTrack thread) {
    for (int i = 1; i < thread.stretches().size(); i++) {
      long end = thread.stretches().get(i - 1).toNanos();
      assertEquals(end, thread.stretches().get(i).fromNanos(), what + ": " + thread.name());
    }
  }

  @Test
  void anyCore_runsOneThreadAtATime() {
    sweep((what, run) -> {
      long running = 0;
      for (ThreadFigures thread : run.figures().threads()) {
        for (var it : thread.inState().entrySet()) {
          running += it.getKey().onCore() ? it.getValue() : 0;
        }
      }
      long busy = run.figures().coreBusyNanos().stream().mapToLong(Long::longValue).sum();
      assertEquals(busy, running, what);
    });
  }

  @Test
  void anyProtocol_takesItsStepsInOrderOfTime() {
    sweep((what, run) -> {
      for (LockTrack lock : run.locks()) {
        long last = 0;
        for (Step step : lock.steps()) {
          assertTrue(last <= step.atNanos(), () -> what + ": " + step);
          last = step.atNanos();
        }
      }
      for (HandOver it : run.handOvers()) {
        assertTrue(it.gapNanos() >= 0, () -> what + ": " + it);
      }
    });
  }

  @Test
  void sameSeed_replaysTheSameRun() {
    for (Workload workload : Cases.workloads()) {
      Cases.machines(3)
          .forEach(machine -> {
            Timeline once = machine.run(workload);
            Timeline again = machine.run(workload);
            String what = what(machine, workload);
            assertEquals(once.figures(), again.figures(), what);
            assertEquals(once.handOvers(), again.handOvers(), what);
            assertEquals(once.locks(), again.locks(), what);
            assertEquals(once.figures(), machine.measure(workload), what);
          });
    }
  }

  @Test
  void anyStepTaken_isOneOfTheProtocolsLines() {
    sweep((what, run) -> {
      GilPolicy policy = policyOf(what);
      Set<Step.Kind> lines =
          policy.protocol().stream().map(GilPolicy.ProtocolLine::kind).collect(Collectors.toSet());
      for (LockTrack lock : run.locks()) {
        for (Step step : lock.steps()) {
          assertTrue(lines.contains(step.kind()), () -> what + ": " + step);
        }
      }
    });
  }

  private static GilPolicy policyOf(String what) {
    return Cases.policies().stream()
        .filter(it -> what.startsWith(it.toString()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void every_saysItsSourceAndHowItDiffers() {
    for (GilPolicy policy : GilPolicy.all()) {
      assertFalse(policy.source().isBlank(), policy.name());
      assertFalse(policy.differs().isEmpty(), policy.name());
      assertEquals(policy, GilPolicy.of(policy.version()));
    }
  }

  @Test
  void versionUnknown_refusedWithAllThatThereAre() {
    var refused = assertThrows(IllegalArgumentException.class, () -> GilPolicy.of("4.0"));
    assertTrue(String.valueOf(refused.getMessage()).contains("'4.0'"), refused.getMessage());
    assertTrue(String.valueOf(refused.getMessage()).contains("2.7, 3.2"), refused.getMessage());
  }

  @Test
  void parametersOutOfRange_areNamed() {
    assertRefused(() -> Ticks.v27().withCheckInterval(0), "at 0");
    assertRefused(() -> PyPy.compiled().withCheckInterval(-1), "at -1");
    assertRefused(() -> new LockPerObject(10), "not 10");
    assertRefused(
        () ->
            FreeThreaded.v314()
                .withCollections(java.time.Duration.ofNanos(1), java.time.Duration.ZERO),
        "not every PT0.000000001S");
    assertRefused(
        () -> PerInterpreter.v312().withInterval(java.time.Duration.ofMillis(-5)), "PT-0.005S");
  }

  private static void assertRefused(Runnable call, String said) {
    var refused = assertThrows(IllegalArgumentException.class, call::run);
    assertTrue(String.valueOf(refused.getMessage()).contains(said), refused.getMessage());
  }

  private static void sweep(BiConsumer<String, Timeline> check) {
    for (long seed = 1; seed <= SEEDS; seed++) {
      for (Workload workload : Cases.workloads()) {
        Cases.machines(seed)
            .forEach(it -> check.accept(what(it, workload), it.events(2_000_000).run(workload)));
      }
    }
  }

  private static String what(SimulatedGil it, Workload workload) {
    return "%s, %s, %d cores, seed %d"
        .formatted(it.policy(), workload.name(), it.machine().cores(), it.seed());
  }

  @Test
  void figures_ofARunWithoutLocksHaveNoHandOvers() {
    for (GilPolicy policy : List.of(new NoLock(), Jython.v27(), FreeThreaded.v314())) {
      Figures figures = SimulatedGil.of(policy).measure(Cases.workloads().get(0));
      assertEquals(0, figures.handOverCount(), policy.name());
    }
  }
}
