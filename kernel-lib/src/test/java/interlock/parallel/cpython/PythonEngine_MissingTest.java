package interlock.parallel.cpython;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.measure.cpython.CPythonSearch;
import interlock.parallel.Engine;
import interlock.parallel.EngineTasks;
import interlock.parallel.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Engines on a machine without a CPython, and tasks that Python cannot run. */
class PythonEngine_MissingTest {
  @TempDir Path folder = Path.of("");

  private CPythonSearch path() {
    return new CPythonSearch(Map.of("PATH", folder.toString()));
  }

  @Test
  void engineWithoutCPython_isSkippedWithTheReason() {
    for (Engine engine : List.of(new PythonThreads(path()), new PythonProcesses(path()))) {
      String reason = engine.unavailable().orElseThrow();
      assertTrue(
          reason.startsWith("The engine '" + engine.name() + "' is skipped: no CPython found"));
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class, () -> engine.run(EngineTasks.harmonic(1, 1), 1));
      assertEquals(reason, refused.getMessage());
    }
  }

  @Test
  void taskWithoutTwin_isRefusedWithAdvice() {
    Task<Long, Long> javaOnly = Task.of("java only", 1, 1, piece -> 1L, partials -> 1L);
    String reason = new PythonThreads().unable(javaOnly).orElseThrow();
    assertTrue(reason.contains("'java only' has no Python twin, which withPython gives it"));
  }
}
