package interlock.gil;

import static interlock.gil.workload.Actions.allowThreads;
import static interlock.gil.workload.Actions.begin;
import static interlock.gil.workload.Actions.compute;
import static interlock.gil.workload.Actions.end;
import static interlock.gil.workload.Actions.millis;
import static interlock.gil.workload.Actions.nativeCall;
import static interlock.gil.workload.Actions.repeat;
import static interlock.gil.workload.Actions.sleep;
import static interlock.gil.workload.Actions.thread;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.gil.policy.FreeThreaded;
import interlock.gil.policy.GilPolicy;
import interlock.gil.policy.Ticks;
import interlock.gil.policy.TimedDrop;
import interlock.gil.workload.Action;
import interlock.gil.workload.Workload;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** C code that keeps the interpreter lock. */
class NativeCallTest {
  private static long latestBeat(GilPolicy policy, Action call) {
    Workload beside =
        Workload.of(
            "a beat beside a call",
            thread("beat", repeat(8, begin("beat"), sleep(millis(1)), end("beat"))),
            thread("caller", sleep(millis(3)), call, compute(millis(1))));
    return SimulatedGil.of(policy).measure(beside).latency("beat").max();
  }

  @Test
  void withLock_othersWaitForItsEnd() {
    assertTrue(latestBeat(TimedDrop.v311(), nativeCall(millis(30))) > 28_000_000);
    assertTrue(latestBeat(Ticks.v27(), nativeCall(millis(30))) > 28_000_000);
  }

  @Test
  void bytecodeOfTheSameLength_othersWaitForTheInterval() {
    assertTrue(latestBeat(TimedDrop.v311(), compute(millis(30))) < 8_000_000);
  }

  @Test
  void releasedOfTheSameLength_nobodyWaits() {
    assertTrue(latestBeat(TimedDrop.v311(), allowThreads(millis(30))) < 2_000_000);
  }

  @Test
  void collectorOfAFreeThreadedBuild_waitsForIt() {
    FreeThreaded collecting =
        FreeThreaded.v314().withCollections(millis(2), Duration.ofNanos(100_000));
    Workload beside =
        Workload.of(
            "one allocates beside a call",
            thread("allocates", begin("all"), compute(millis(10)), end("all")),
            thread("caller", nativeCall(millis(30))));
    assertTrue(SimulatedGil.of(collecting).measure(beside).latency("all").max() > 28_000_000);
  }

  @Test
  void freeThreaded_cCodeIsNoDearer() {
    Workload alone = Workload.of("alone", thread("caller", nativeCall(millis(30))));
    long dear = SimulatedGil.of(FreeThreaded.v313()).measure(alone).makespanNanos();
    long cheap = SimulatedGil.of(TimedDrop.v311()).measure(alone).makespanNanos();
    assertTrue(Math.abs(cheap - dear) < 10_000);
  }
}
