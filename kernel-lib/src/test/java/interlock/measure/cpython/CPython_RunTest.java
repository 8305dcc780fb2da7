package interlock.measure.cpython;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.measure.Phases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Programs that behave. */
@Timeout(60)
class CPython_RunTest {
  private final CPython python = Processes.python();

  @Test
  void output_comesApartFromTheValue() throws InterruptedException {
    PythonResult result =
        python.run(
            """
            import os, sys
            print("grüezi 🎲")
            os.write(1, b"below Python\\n")
            print("careful", file=sys.stderr)
            result = 7
            """);
    assertEquals(7L, result.value());
    assertTrue(result.stdout().contains("grüezi 🎲\n"), result.stdout());
    assertTrue(result.stdout().contains("below Python\n"), result.stdout());
    assertEquals("careful\n", result.stderr());
    assertEquals(python, result.python());
    assertEquals(0, result.exit());
  }

  @Test
  void exception_hasTheLinesOfTheProgram() {
    PythonException thrown =
        assertThrows(
            PythonException.class,
            () ->
                python.run(
                    """
                    import json
                    def inner(text):
                        return json.loads(text)

                    inner("{")
                    """));
    assertEquals("JSONDecodeError", thrown.type());
    String said = String.valueOf(thrown.getMessage());
    assertTrue(said.startsWith("JSONDecodeError: Expecting"), said);
    assertTrue(said.endsWith("(line 3: return json.loads(text))"), said);
    assertEquals(
        List.of("Python.inner(program.py:3)", "Python.<module>(program.py:5)"),
        Arrays.stream(thrown.getStackTrace()).map(String::valueOf).toList());
  }

  @Test
  void syntaxError_hasItsLine() {
    PythonException thrown =
        assertThrows(PythonException.class, () -> python.run("x = 1\ny = = 2\n"));
    assertEquals("SyntaxError: invalid syntax (line 2: y = = 2)", thrown.getMessage());
  }

  @Test
  void exceptionWhoseTextFails_isStillNamed() {
    PythonException thrown =
        assertThrows(
            PythonException.class,
            () -> python.run("class E(Exception):\n  def __str__(self): raise E()\nraise E()"));
    assertEquals("E", thrown.type());
  }

  @Test
  void exitCode_comesBack() throws InterruptedException {
    assertEquals(3, python.run("import sys\nsys.exit(3)").exit());
    PythonResult text = python.run("import sys\nsys.exit('no data')");
    assertEquals(1, text.exit());
    assertEquals("no data\n", text.stderr());
  }

  @Test
  void standardInput_isEmpty() throws InterruptedException {
    assertEquals("", python.run("import sys\nresult = sys.stdin.read()").value());
    PythonException thrown = assertThrows(PythonException.class, () -> python.run("input()"));
    assertEquals("EOFError", thrown.type());
  }

  @Test
  void workingFolder_isJavas() throws InterruptedException {
    assertEquals(
        Path.of("").toAbsolutePath().toString(),
        python.run("import os\nresult = os.getcwd()").value());
  }

  @Test
  void environment_isIsolated() throws InterruptedException {
    List<?> flags =
        python.run("import sys\nresult = [sys.flags.isolated, sys.flags.utf8_mode]").as(List.class);
    assertEquals(List.of(1L, 1L), flags);
  }

  @Test
  void phases_areMeasuredInPython() throws InterruptedException {
    PythonResult result =
        python.run(
            """
            for i in range(3):
                with phase("input"):
                    pass
            with phase("core"):
                sum(range(100_000))
            """);
    assertEquals(List.of("input", "core"), List.copyOf(result.times().phases().keySet()));
    Duration inside =
        result.times().phases().values().stream().reduce(Duration::plus).orElseThrow();
    assertTrue(inside.compareTo(result.times().program()) <= 0);
    assertTrue(result.times().program().compareTo(result.times().wall()) <= 0);
    assertFalse(result.times().startUp().isZero());
  }

  @Test
  void mainModule_isTheProgram() throws InterruptedException {
    assertEquals(
        "__main__ True",
        python
            .run(
                """
                import sys
                def f(): pass
                result = f"{__name__} {sys.modules['__main__'].f is f}"
                """)
            .value());
  }

  @Test
  void session_keepsItsNames() throws InterruptedException {
    try (PythonSession session = python.session()) {
      session.run("import os\nkept = [1]");
      assertThrows(PythonException.class, () -> session.run("kept.append(2)\n1 / 0"));
      assertEquals(List.of(1L, 2L), session.run("kept").value());
      assertEquals(session.pid(), session.run("os.getpid()").value());
      assertEquals("a\n", session.run("print('a')").stdout());
      assertEquals("b\n", session.run("print('b')").stdout(), "each program has its own output");
    }
  }

  @Test
  void openFile_isWrittenWhenTheSessionCloses(@org.junit.jupiter.api.io.TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("out.txt");
    python.run("f = open(name, 'w')\nf.write('kept')", Map.of("name", file));
    assertEquals("kept", java.nio.file.Files.readString(file));
  }

  @Test
  void memory_isToldWhileAProgramRuns() throws InterruptedException {
    try (PythonSession session = python.session()) {
      PythonRun run =
          session.start(
              """
              import threading, tracemalloc
              tracemalloc.start()
              a = list(range(100_000))
              go = threading.Event()
              go.wait()
              """);
      PythonMemory memory = session.memory();
      while (memory.tracedBytes().orElse(0) < 800_000) {
        memory = session.memory();
      }
      assertTrue(memory.allocatedBlocks() > 10_000, memory.toString());
      assertTrue(run.isRunning());
      assertThrows(IllegalStateException.class, () -> session.run("1"));
      run.kill();
      assertFalse(session.isOpen());
    }
  }

  @Test
  void closedSession_isNamed() throws InterruptedException {
    PythonSession session = python.session();
    session.close();
    PythonEndedException refused = assertThrows(PythonEndedException.class, () -> session.run("1"));
    assertTrue(String.valueOf(refused.getMessage()).endsWith("is closed: open another"));
  }

  @Test
  void startUp_isMeasured() throws InterruptedException {
    assertEquals(2, python.startUp(2, "-I", "-S").runs());
    assertFalse(python.startUp(1).min().isZero());
    assertThrows(IllegalStateException.class, () -> python.startUp(1, "--no-such-option"));
  }

  @Test
  void imports_areListedWithTheirTimes() throws InterruptedException {
    List<ImportTime> imports = python.imports("json", "decimal");
    List<String> modules = imports.stream().map(ImportTime::module).toList();
    assertTrue(modules.containsAll(List.of("json", "json.decoder", "decimal")), modules.toString());
    assertTrue(imports.getFirst().own().compareTo(imports.getLast().own()) >= 0);
    PythonEndedException missing =
        assertThrows(PythonEndedException.class, () -> python.imports("no_such_module"));
    assertTrue(String.valueOf(missing.getMessage()).contains("No module named 'no_such_module'"));
    assertThrows(IllegalArgumentException.class, () -> python.imports("os; print(1)"));
  }

  @Test
  void phases_beginWithTheStart() throws InterruptedException {
    Phases phases = python.phases(2, "with phase('core'):\n    sum(range(n))", Map.of("n", 1000));
    assertEquals(List.of("start-up", "core"), List.copyOf(phases.medians().keySet()));
    assertEquals("CPython " + python.version(), phases.whole().label());
  }
}
