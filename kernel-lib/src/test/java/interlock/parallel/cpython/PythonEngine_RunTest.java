package interlock.parallel.cpython;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import interlock.measure.cpython.CPythonSearch;
import interlock.measure.cpython.PythonException;
import interlock.parallel.Engine;
import interlock.parallel.Engines;
import interlock.parallel.PythonTwin;
import interlock.parallel.Task;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class PythonEngine_RunTest {
  static List<Engine> engines() {
    return List.of(Engines.named("CPython threads"), Engines.named("CPython processes"));
  }

  @BeforeAll
  static void needsCPython() {
    CPythonSearch.here()
        .missing()
        .ifPresent(reason -> assumeTrue(false, () -> "skipped: " + reason));
  }

  @AfterAll
  static void closeAll() {
    engines().forEach(Engine::close);
  }

  private static Task<Long, Set<Long>> task(String python) {
    return Task.<Long, Set<Long>>of("twin", 8, 4, piece -> 0L, TreeSet::new)
        .withPython(PythonTwin.ofLong(python));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void workers_areWhatTheEngineSays(Engine engine) throws InterruptedException {
    Task<Long, Set<Long>> pids =
        task("import os\ndef piece(index, start, stop):\n    return os.getppid()\n");
    long host = engine.run(pids, 1).value().iterator().next();
    boolean shared = host == ProcessHandle.current().pid();
    assertEquals(engine.name().equals("CPython threads"), shared);
  }

  @ParameterizedTest
  @MethodSource("engines")
  void module_isExecutedOncePerInterpreter(Engine engine) throws InterruptedException {
    Task<Long, Set<Long>> loaded =
        task(
            """
            import time
            loaded = time.perf_counter_ns()
            def piece(index, start, stop):
                return loaded
            """);
    Set<Long> first = engine.run(loaded, 1).value();
    assertEquals(1, first.size());
    assertEquals(first, engine.run(loaded, 1).value());
  }

  @ParameterizedTest
  @MethodSource("engines")
  void syntaxError_arrivesWithItsLine(Engine engine) {
    PythonException thrown =
        assertThrows(
            PythonException.class,
            () -> engine.run(task("def piece(index, start, stop):\n    return 1 +\n"), 1));
    assertEquals("SyntaxError", thrown.type());
    assertTrue(String.valueOf(thrown.getMessage()).contains("line 2"), thrown.getMessage());
  }

  @ParameterizedTest
  @MethodSource("engines")
  void exception_hasTheLinesOfTheTwin(Engine engine) {
    PythonException thrown =
        assertThrows(
            PythonException.class,
            () ->
                engine.run(
                    task(
                        """
                        def inner(x):
                            raise ValueError("ünfit, really")

                        def piece(index, start, stop):
                            return inner(start)
                        """),
                    1));
    assertEquals("ValueError: ünfit, really", thrown.getMessage());
    assertEquals(
        List.of("Python.inner(twin.py:2)", "Python.piece(twin.py:5)"),
        java.util.Arrays.stream(thrown.getStackTrace()).skip(1).map(String::valueOf).toList());
  }

  @ParameterizedTest
  @MethodSource("engines")
  void unreadableResult_failsWithThePiece(Engine engine) {
    RuntimeException thrown =
        assertThrows(
            NumberFormatException.class,
            () -> engine.run(task("def piece(index, start, stop):\n    return 'no'\n"), 1));
    assertTrue(thrown.getStackTrace()[0].getMethodName().startsWith("piece 0 of 4"));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void pieceThatKillsItsProcess_isReported(Engine engine) {
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                engine.run(
                    task("import os\ndef piece(index, start, stop):\n    os._exit(5)\n"), 1));
    assertTrue(String.valueOf(thrown.getMessage()).contains("ended with exit code"));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void printedLines_arriveInTheParent(Engine engine) throws InterruptedException {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      engine.run(task("def piece(index, start, stop):\n    print('π', index)\n    return 0\n"), 1);
    } finally {
      System.setOut(before);
    }
    assertEquals("π 0\nπ 1\nπ 2\nπ 3\n", printed.toString(StandardCharsets.UTF_8));
  }
}
