package interlock.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Engine_RefusalTest {
  static List<Engine> engines() {
    return Engines.all();
  }

  static List<Engine> javaEngines() {
    return Engines.all().stream().filter(engine -> engine.family() == Family.JAVA).toList();
  }

  static List<Engine> enginesInThisProcess() {
    return Stream.of("sequential", "platform threads", "virtual threads")
        .map(Engines::named)
        .toList();
  }

  @AfterAll
  static void closeAll() {
    Engines.closeAll();
  }

  @Test
  void engines_haveAFixedOrder() {
    assertEquals(
        List.of(
            "sequential",
            "platform threads",
            "virtual threads",
            "child JVMs",
            "CPython threads",
            "CPython processes"),
        Engines.all().stream().map(Engine::name).toList());
  }

  @Test
  void unknownName_isAnsweredWithTheNamesThereAre() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Engines.named("gpu"));
    assertTrue(String.valueOf(refused.getMessage()).contains("virtual threads"));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void impossibleWorkers_areRefusedInOneSentence(Engine engine) {
    for (int workers : new int[] {0, -1, engine.maxWorkers() + 1}) {
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class,
              () -> engine.run(EngineTasks.harmonic(1, 1), workers));
      assertTrue(String.valueOf(refused.getMessage()).endsWith("not " + workers));
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void exceptionInAPiece_arrivesAsItselfWithThePiece(Engine engine) {
    Optional<String> missing = engine.unavailable();
    assumeTrue(missing.isEmpty(), () -> "skipped: " + missing.orElseThrow());
    RuntimeException thrown =
        assertThrows(RuntimeException.class, () -> engine.run(EngineTasks.failing(), 1));
    if (engine.family() == Family.JAVA) {
      assertEquals(new ArithmeticException("/ by zero").toString(), thrown.toString());
    } else {
      assertTrue(String.valueOf(thrown.getMessage()).startsWith("ZeroDivisionError: "));
    }
    InPiece note = InPiece.of(thrown).orElseThrow();
    assertEquals(2, note.piece().index());
    assertEquals(
        "piece 2 of 4, numbers 20 to 29 of 'failing' on " + engine.name(), note.getMessage());
    assertEquals("piece 2 of 4, numbers 20 to 29", thrown.getStackTrace()[0].getMethodName());
  }

  @ParameterizedTest
  @MethodSource("engines")
  void engine_worksAgainAfterAFailure(Engine engine) throws InterruptedException {
    assumeTrue(engine.unavailable().isEmpty());
    assertThrows(RuntimeException.class, () -> engine.run(EngineTasks.failing(), 1));
    assertEquals(1.5, engine.run(EngineTasks.harmonic(2, 2), 1).value());
  }

  @ParameterizedTest
  @MethodSource("javaEngines")
  void checkedException_isTheCauseOfAPieceException(Engine engine) {
    Task<Long, Long> task =
        Task.of(
            "reading",
            1,
            1,
            piece -> {
              throw new IOException("disk");
            },
            partials -> 0L);
    PieceException thrown = assertThrows(PieceException.class, () -> engine.run(task, 1));
    assertEquals("java.io.IOException: disk", String.valueOf(thrown.getCause()));
    assertTrue(InPiece.of(thrown).isPresent());
  }

  @ParameterizedTest
  @MethodSource("enginesInThisProcess")
  void failedPiece_cancelsThoseThatHaveNotBegun(Engine engine) {
    AtomicInteger begun = new AtomicInteger();
    Task<Long, Long> task =
        Task.of(
            "cancelled",
            1000,
            1000,
            piece -> {
              begun.incrementAndGet();
              throw new IllegalStateException("first");
            },
            partials -> 0L);
    assertThrows(IllegalStateException.class, () -> engine.run(task, 1));
    assertEquals(1, begun.get());
  }
}
