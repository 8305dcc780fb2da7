package interlock.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PhasesTest {
  @TempDir Path folder = Path.of("");

  private static SequencedMap<String, Duration> run(
      String first, int millis, String second, int more) {
    SequencedMap<String, Duration> run = new LinkedHashMap<>();
    run.put(first, Duration.ofMillis(millis));
    run.put(second, Duration.ofMillis(more));
    return run;
  }

  private static Duration millis(int count) {
    return Duration.ofMillis(count);
  }

  @Test
  void runs_becomeMediansAndShares() {
    Phases phases =
        Phases.of("x", List.of(run("a", 1, "b", 3), run("a", 2, "b", 6), run("a", 3, "b", 9)));
    assertEquals(Duration.ofMillis(8), phases.total());
    assertEquals(0.25, phases.share("a"), 1e-12);
    assertEquals(Measurement.of("x", millis(4), millis(8), millis(12)), phases.whole());
    assertEquals(3, phases.part("b").runs());
    assertEquals("x: a 2.00 ms, b 6.00 ms; 8.00 ms in all", phases.toString());
  }

  @Test
  void phaseThatARunLeftOut_tookNoTimeThere() {
    Phases phases = Phases.of("x", List.of(run("a", 1, "b", 3), run("a", 1, "c", 5)));
    assertEquals(Duration.ZERO, phases.part("b").min());
    assertEquals(List.of("a", "b", "c"), List.copyOf(phases.medians().keySet()));
  }

  @Test
  void unknownPhaseAndNoPhase_areRefused() {
    Phases phases = Phases.of("x", List.of(run("a", 1, "b", 3)));
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> phases.part("core"));
    assertEquals("The run 'x' has no phase 'core', only [a, b]", refused.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Phases.of("x", List.of()));
    assertThrows(
        IllegalArgumentException.class, () -> phases.after(Measurement.of("a", Duration.ZERO)));
  }

  @Test
  void timing_keepsWhatFollowsTheWarmUp() throws InterruptedException {
    ManualClock clock = new ManualClock();
    int[] runs = {0};
    Phases phases =
        PhaseTiming.repeats(2)
            .warmup(1)
            .clock(clock)
            .measure(
                "x",
                run -> {
                  runs[0]++;
                  run.phase("a", () -> clock.advance(Duration.ofMillis(runs[0])));
                  int value = run.phase("b", () -> 7);
                  run.phase("a", () -> clock.advance(Duration.ofMillis(value)));
                });
    assertEquals(3, runs[0]);
    assertEquals(List.of(Duration.ofMillis(9), Duration.ofMillis(10)), phases.part("a").samples());
    assertTrue(phases.part("b").max().isZero());
  }

  @Test
  void freshJvm_runsTheProgram() throws Exception {
    Path in = folder.resolve("in");
    NearestPoints.make(in, 50, 1);
    Phases phases = FreshJvm.nearestPoints(1, in, folder.resolve("out"), "-Xshare:auto");
    assertEquals(
        List.of("start-up", "input", "core", "output"), List.copyOf(phases.medians().keySet()));
    NearestPoints.write(folder.resolve("here"), NearestPoints.distances(NearestPoints.read(in)));
    assertEquals(-1, Files.mismatch(folder.resolve("here"), folder.resolve("out")));
  }

  @Test
  void freshJvm_measuresItsStart() throws InterruptedException {
    assertFalse(FreshJvm.startUp(1).min().isZero());
    assertThrows(IllegalStateException.class, () -> FreshJvm.startUp(1, "-XX:NoSuchOption"));
  }

  @Test
  void distances_areThoseToTheNearestOtherPoint() {
    double[][] points = {{0, 0}, {3, 4}, {3, 5}, {0, 0}};
    assertEquals(
        List.of(0.0, 1.0, 1.0, 0.0),
        java.util.Arrays.stream(NearestPoints.distances(points)).boxed().toList());
    assertEquals(1.0, NearestPoints.distances(points, 2, 3)[0]);
    assertThrows(IllegalArgumentException.class, () -> NearestPoints.make(folder, 1, 1));
  }

  @Test
  void scratchFolder_isRemovedWithAllInIt() throws Exception {
    Path file;
    try (ScratchFolder scratch = ScratchFolder.temporary()) {
      file = scratch.file("a");
      Files.writeString(file, "x");
    }
    assertFalse(Files.exists(file.getParent()));
  }
}
