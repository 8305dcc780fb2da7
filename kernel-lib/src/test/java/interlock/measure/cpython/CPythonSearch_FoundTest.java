package interlock.measure.cpython;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches where there is no CPython, or something that only looks like one. */
class CPythonSearch_FoundTest {
  @TempDir Path folder = Path.of("");

  @BeforeEach
  void needsShellScripts() {
    assumeTrue(File.separatorChar == '/', "skipped: the stand-ins are shell scripts");
  }

  private CPythonSearch path() {
    return new CPythonSearch(Map.of("PATH", folder.toString()));
  }

  private CPythonSearch named(Path program) {
    return new CPythonSearch(Map.of("PATH", "/bin", CPythonSearch.VARIABLE, program.toString()));
  }

  private Path program(String name, String... lines) throws IOException {
    Path program = folder.resolve(name);
    Files.writeString(program, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    assertTrue(program.toFile().setExecutable(true));
    return program;
  }

  private static String[] answers(String implementation, String version, boolean recent) {
    return new String[] {
      "echo " + implementation,
      "echo " + version,
      "echo " + (recent ? "True" : "False"),
      "echo True",
      "echo /opt/python",
      "echo 2.4.1"
    };
  }

  @Test
  void emptyPath_saysHowToGetOne() {
    assertEquals(
        "no CPython found: install Python 3.10 or newer, or set INTERLOCK_PYTHON to its path",
        path().missing().orElseThrow());
  }

  @Test
  void missingProgram_isNamed() {
    String reason = named(folder.resolve("python9")).missing().orElseThrow();
    assertTrue(reason.startsWith("INTERLOCK_PYTHON names " + folder.resolve("python9")), reason);
    assertTrue(reason.contains("cannot be run"), reason);
  }

  @Test
  void brokenProgram_isNamed() throws IOException {
    String reason = named(program("python3", "echo oops", "exit 3")).missing().orElseThrow();
    assertTrue(reason.contains("does not answer as a Python does"), reason);
  }

  @Test
  void otherImplementationOrOldVersion_isNamed() throws IOException {
    String other = named(program("a", answers("pypy", "3.10.1", true))).missing().orElseThrow();
    assertTrue(other.contains("which is pypy 3.10.1"), other);
    String old = named(program("b", answers("cpython", "3.6.9", false))).missing().orElseThrow();
    assertTrue(old.contains("which is cpython 3.6.9"), old);
  }

  @Test
  void secondOnThePath_isTakenWhereTheFirstWillNotDo() throws IOException {
    program("python3", answers("cpython", "2.7.18", false));
    program("python", answers("cpython", "3.12.1", true));
    assertEquals(
        new CPython(Path.of("/opt/python"), "3.12.1", true, "2.4.1"), path().found().orElseThrow());
  }
}
