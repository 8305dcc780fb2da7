package interlock.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every engine on every ready task, with one worker, several, and more workers than pieces. */
class Engine_SameAnswerTest {
  private static final Engine SEQUENTIAL = Engines.named("sequential");

  static List<Engine> engines() {
    return Engines.all();
  }

  @AfterAll
  static void closeAll() {
    Engines.closeAll();
  }

  private static void assertSame(Engine engine, Task<?, ?> task) throws InterruptedException {
    Optional<String> missing = engine.unavailable();
    assumeTrue(missing.isEmpty(), () -> "skipped: " + missing.orElseThrow());
    Object expected = SEQUENTIAL.run(task, 1).value();
    for (int workers : new int[] {1, 2, 3}) {
      if (workers <= engine.maxWorkers()) {
        assertRun(engine.run(task, workers), task, workers, expected);
      }
    }
  }

  private static void assertRun(Run<?> run, Task<?, ?> task, int workers, Object expected) {
    assertEquals(expected, run.value(), run.toString());
    assertEquals(workers, run.workers());
    assertEquals(
        IntStream.range(0, task.pieces()).boxed().toList(),
        run.spans().stream().map(PieceSpan::piece).toList());
    assertTrue(run.spans().stream().allMatch(span -> span.worker() < workers), run.toString());
  }

  @ParameterizedTest
  @MethodSource("engines")
  void monteCarloPi_countsTheSamePoints(Engine engine) throws InterruptedException {
    assertSame(engine, MonteCarloPi.task(10_007, 7, -1));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void floatingPointSum_roundsAlike(Engine engine) throws InterruptedException {
    assertSame(engine, EngineTasks.harmonic(10_000, 13));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void memoryBound_copiesTheSameBytes(Engine engine) throws InterruptedException {
    assertSame(engine, MemoryBound.task(5));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void ioBound_getsTheSameAnswers(Engine engine) throws InterruptedException {
    assertSame(engine, IoBound.task(70, Duration.ofNanos(1)));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void emptyTask_hasAnAnswer(Engine engine) throws InterruptedException {
    assertSame(engine, EngineTasks.harmonic(0, 2));
    assertSame(engine, EngineTasks.harmonic(1, 5));
  }
}
