package interlock.gil;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interlock.gil.machine.MachineModel;
import interlock.gil.policy.GilPolicy;
import interlock.gil.timeline.HandOver;
import interlock.gil.timeline.LockTrack;
import interlock.gil.timeline.Step;
import interlock.gil.timeline.Stretch;
import interlock.gil.timeline.ThreadTrack;
import interlock.gil.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The same seed gives the same run on every machine: a hash of all that happens in forty runs of
 * each policy. It changes with every change of a protocol or of the machine, and with nothing else.
 */
class SimulatedGil_GoldenTest {
  private static final List<String> GOLDEN =
      List.of(
          "2.7: 313f68fc46ff3e36",
          "3.2: 9d4efc830ad67823",
          "3.10: 6a658669695b0eaa",
          "3.11: 6a658669695b0eaa",
          "3.12: 44568d7f010c0fe6",
          "3.13t: 2d91b5b5e557348f",
          "3.14t: fdb48318471a4022",
          "PyPy: c9dd1c69f84a6c8c",
          "Jython: 5637ff81a5dcc2d6",
          "lock per object: ae16d5f9ae18fa91",
          "none: 903a0616a62eeb4d");

  @Test
  void seededRuns_areTheSameOnEveryMachine() {
    List<String> found = new ArrayList<>();
    for (GilPolicy policy : GilPolicy.all()) {
      long hash = 1;
      for (long seed = 1; seed <= 40; seed++) {
        // Not the shipped defaults: those are measured again.
        MachineModel machine = MachineModel.ofCores(1 + (int) seed % 4).with().model();
        SimulatedGil gil = SimulatedGil.of(policy).on(fixed(machine)).seed(seed);
        hash = 31 * hash + hash(gil.run(RandomWorkloads.of(seed)));
      }
      found.add("%s: %016x".formatted(policy.version(), hash));
    }
    assertEquals(String.join("\n", GOLDEN), String.join("\n", found));
  }

  private static MachineModel fixed(MachineModel machine) {
    return machine
        .with()
        .siblings(1)
        .siblingPermille(1000)
        .timeSliceNanos(3_000_000)
        .wakeUpNanos(20_000)
        .deepWakeUpNanos(90_000)
        .deepIdleNanos(5_000_000)
        .contextSwitchNanos(1_500)
        .boost(true)
        .packs(true)
        .systemCallNanos(500)
        .coldCallNanos(20_000)
        .wakeCallNanos(500)
        .idleWakeCallNanos(5_000)
        .lockNanos(25)
        .timerSlackNanos(50_000)
        .instructionPicos(2_300)
        .spawnNanos(70_000)
        .queueNanos(750)
        .lineNanos(60)
        .jitterPermille(200)
        .model();
  }

  private static long hash(Timeline run) {
    long hash = run.figures().events();
    for (ThreadTrack thread : run.threads()) {
      hash = 31 * hash + thread.name().hashCode();
      for (Stretch it : thread.stretches()) {
        hash = 31 * hash + it.fromNanos();
        hash = 31 * hash + 100L * it.state().code() + it.core();
        hash = 31 * hash + it.what().hashCode();
      }
    }
    for (LockTrack lock : run.locks()) {
      for (Step it : lock.steps()) {
        hash = 31 * hash + it.atNanos();
        hash = 31 * hash + it.kind().name().hashCode();
        hash = 31 * hash + 1000L * it.thread() + it.other();
      }
    }
    for (HandOver it : run.handOvers()) {
      hash = 31 * hash + it.takenNanos() + it.cause().code();
    }
    return 31 * hash + run.endNanos();
  }
}
