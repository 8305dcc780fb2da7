package interlock.gil.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import interlock.gil.advice.Copying;
import interlock.gil.advice.Copying.Kind;
import interlock.gil.advice.Job;
import interlock.gil.advice.Way;
import interlock.measure.Measurement;
import interlock.measure.cpython.CPython;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RealJobTest {
  private static final Job SMALL =
      Job.of(5)
          .python(Duration.ofMillis(1))
          .released(Duration.ofMillis(1))
          .waiting(Duration.ofMillis(1));

  @Test
  void jvm_doesItWithAndWithoutALock() throws InterruptedException {
    Map<Way, Measurement> measured = new RealJob(SMALL, 2, 3).onJvm();
    assertEquals(EnumSet.of(Way.THREADS, Way.FREE_THREADED), measured.keySet());
    measured.values().forEach(each -> assertEquals(3, each.runs()));
  }

  @Test
  void python_doesItInEveryWayThatItHas() throws InterruptedException {
    assumeTrue(CPython.here().isPresent(), () -> CPython.missing().orElse(""));
    for (Kind kind : Kind.values()) {
      Job job = SMALL.copying(Copying.of(kind, 50));
      CPython python = CPython.here().orElseThrow();
      Map<Way, Measurement> measured = new RealJob(job, 2, 2).onPython(python);
      Way threads = python.hasGil() ? Way.THREADS : Way.FREE_THREADED;
      assertEquals(EnumSet.of(Way.ONE_THREAD, threads, Way.PROCESSES), measured.keySet());
      measured.values().forEach(each -> assertEquals(2, each.runs()));
    }
  }

  @Test
  void nonsense_isRefused() {
    assertEquals(
        "A real job has 1 to 64 workers, not 65",
        assertThrows(IllegalArgumentException.class, () -> new RealJob(SMALL, 65, 1)).getMessage());
    assertEquals(
        "A job of 20.0 s on one thread is too long to measure: make it 10 s or less",
        assertThrows(
                IllegalArgumentException.class,
                () -> new RealJob(Job.of(20).waiting(Duration.ofSeconds(1)), 1, 1))
            .getMessage());
  }
}
