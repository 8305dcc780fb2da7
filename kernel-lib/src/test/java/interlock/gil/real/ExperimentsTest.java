package interlock.gil.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import interlock.measure.Measurement;
import interlock.measure.cpython.CPython;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every experiment has its real side, its side on the JVM and its simulated side. */
@Timeout(120)
class ExperimentsTest {
  private final Calibration cost = Calibration.defaults();

  /** The smallest experiment of each program, with one CPU-bound thread where it has them. */
  private static Experiment small(Program program) {
    return switch (program) {
      case COMPUTE -> Experiments.compute(2);
      case ECHO -> Experiments.echo(1, Duration.ofMillis(1));
      case READY -> Experiments.ready(1);
      case PRODUCE -> Experiments.produce("small", 10, 10, 10);
      case PI -> Experiments.pi(2, 1000);
      case SLEEPERS -> Experiments.sleepers(2);
      case RELEASE -> Experiments.release(2);
      case HEARTBEAT -> Experiments.heartbeat(1, Duration.ofMillis(1));
    };
  }

  @Test
  void names_areUnique() {
    Set<String> names = new HashSet<>();
    for (Experiment experiment : Experiments.all()) {
      assertTrue(names.add(experiment.name()), experiment.name());
    }
  }

  @Test
  void everyExperiment_isSimulated() {
    for (Experiment experiment : Experiments.all()) {
      Measurement found = experiment.repeats(3).simulated(cost, cost.machineModel(2), 2);
      assertFalse(found.samples().isEmpty(), experiment.name());
    }
  }

  @Test
  void simulation_isTheSameEachTime() {
    Experiment experiment = Experiments.echo(2, Duration.ofMillis(5)).repeats(10);
    assertEquals(
        experiment.simulated(cost, cost.machineModel(2), 2),
        experiment.simulated(cost, cost.machineModel(2), 2));
  }

  @ParameterizedTest
  @EnumSource(Program.class)
  void program_runsOnTheRealCPython(Program program) throws InterruptedException {
    CPython python = CPython.here().orElse(null);
    assumeTrue(python != null, () -> CPython.missing().orElse(""));
    assertEquals(3, small(program).repeats(3).onPython(python).runs());
  }

  @ParameterizedTest
  @EnumSource(Program.class)
  void program_runsOnTheJvm(Program program) throws InterruptedException {
    Experiment experiment = small(program).repeats(3);
    assertEquals(3, experiment.onJvmWithLock(cost).runs());
    assertEquals(3, experiment.onJvmWithoutLock(cost).runs());
  }

  @Test
  void processes_haveNoSideOnTheJvm() {
    Experiment experiment = Experiments.computeOnProcesses(2);
    assertFalse(experiment.runsOnJvm());
    assertThrows(IllegalStateException.class, () -> experiment.onJvmWithLock(cost));
  }

  @Test
  void interrupt_endsAJvmRun() {
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> small(Program.COMPUTE).onJvmWithLock(cost));
    assertFalse(Thread.interrupted());
  }

  @Test
  void unknownName_isRefusedWithTheNamesThatThereAre() {
    NoSuchElementException refused =
        assertThrows(NoSuchElementException.class, () -> Experiments.named("nothing"));
    assertTrue(String.valueOf(refused.getMessage()).contains("echo-1-5ms"));
  }

  @Test
  void impossibleNumbers_areRefused() {
    assertThrows(IllegalArgumentException.class, () -> Experiments.compute(0));
    assertThrows(IllegalArgumentException.class, () -> Experiments.ready(-1));
    assertThrows(IllegalArgumentException.class, () -> Experiments.echo(1, Duration.ofMillis(-5)));
  }

  @Test
  void comparison_agreesNearTheMedianOrInTheRange() {
    Measurement real = Measurement.of("real", millis(10), millis(20), millis(30));
    assertEquals("yes: within 15 %, in 10–90 %", comparison(real, 21).verdict());
    assertEquals("yes: in 10–90 %", comparison(real, 27).verdict());
    assertEquals("no", comparison(real, 35).verdict());
    Measurement narrow = Measurement.of("real", millis(20));
    assertEquals("yes: within 15 %", comparison(narrow, 22).verdict());
    assertFalse(comparison(narrow, 24).agrees());
    assertTrue(
        Comparison.table(List.of(comparison(narrow, 24), comparison(narrow, 20)))
            .endsWith("1 of 2 agree"));
  }

  private static Comparison comparison(Measurement real, int simulatedMillis) {
    Measurement simulated = Measurement.of("simulated", millis(simulatedMillis));
    return new Comparison(Experiments.compute(1), real, simulated, null, null);
  }

  private static Duration millis(int number) {
    return Duration.ofMillis(number);
  }
}
