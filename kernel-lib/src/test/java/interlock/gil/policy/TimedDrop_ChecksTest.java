package interlock.gil.policy;

import static interlock.gil.workload.Actions.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.gil.SimulatedGil;
import interlock.gil.timeline.Count;
import interlock.gil.timeline.HandOver;
import interlock.gil.timeline.Step;
import interlock.gil.timeline.Timeline;
import interlock.gil.workload.Workload;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Where the versions of one lock differ: at which places they look at the request. */
class TimedDrop_ChecksTest {
  private static final Workload PLAIN =
      Cases.threads("n += 1", 4, _ -> repeat(20_000, increment("n", nanos(60))));
  private static final Workload CALLS =
      Cases.threads("n = ident(n) + 1", 4, _ -> repeat(20_000, incrementByCall("n", nanos(60))));

  private static Count count(TimedDrop policy, Workload workload) {
    TimedDrop often = policy.withInterval(Duration.ofNanos(1_000));
    return SimulatedGil.of(often).measure(workload).count("n");
  }

  @Test
  void plainAddition_losesUpdatesUpTo39Only() {
    assertTrue(count(TimedDrop.v32(), PLAIN).found() < 80_000);
    assertEquals(new Count(80_000, 80_000), count(TimedDrop.v310(), PLAIN));
    assertEquals(new Count(80_000, 80_000), count(TimedDrop.v311(), PLAIN));
  }

  @Test
  void additionWithACall_losesUpdatesInEveryVersion() {
    assertTrue(count(TimedDrop.v32(), CALLS).found() < 80_000);
    assertTrue(count(TimedDrop.v310(), CALLS).found() < 80_000);
    assertTrue(count(TimedDrop.v311(), CALLS).found() < 80_000);
  }

  @Test
  void aloneThread_isNeverAskedToDrop() {
    Workload one = Cases.threads("alone", 1, _ -> compute(millis(100)));
    Timeline run = SimulatedGil.of(TimedDrop.v311()).run(one);
    assertTrue(run.locks().get(0).steps().stream().noneMatch(it -> it.kind() == Step.Kind.CHECKS));
    assertEquals(0, run.handOvers().size());
  }

  @Test
  void forcedDrop_handsTheLockToAnother() {
    Workload two = Cases.threads("two", 2, _ -> compute(millis(100)));
    Timeline run = SimulatedGil.of(TimedDrop.v311()).run(two);
    assertTrue(run.handOvers().size() > 10, run.toString());
    for (HandOver it : run.handOvers()) {
      assertTrue(it.from() != it.to(), it.toString());
    }
    long checks =
        run.locks().get(0).steps().stream().filter(it -> it.kind() == Step.Kind.CHECKS).count();
    assertEquals(checks, run.handOvers().size() - 1, "every forced drop but the end's switched");
  }
}
