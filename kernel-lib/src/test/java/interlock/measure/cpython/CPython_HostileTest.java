package interlock.measure.cpython;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Programs that hang, flood, fork, crash or forge: one sentence each, and no process stays. */
@Timeout(60)
class CPython_HostileTest {
  private static final Duration SOON = Duration.ofMillis(500);

  private final CPython python = Processes.python();
  @TempDir Path folder = Path.of("");

  /** Every program below notes the processes that it consists of. */
  private static final String NOTE =
      """
      import os, sys, subprocess, time
      def note(pid):
          with open(notes, "a") as f:
              f.write(f"{pid}\\n")
      note(os.getpid())
      """;

  @BeforeEach
  void needsPosix() {
    assumeTrue(File.separatorChar == '/', "skipped: signals and fork are POSIX");
  }

  private Path notes() {
    return folder.resolve("notes");
  }

  private List<Long> noted() throws IOException {
    return Files.readAllLines(notes()).stream().map(Long::valueOf).toList();
  }

  private String endOf(String program, Duration timeout) throws IOException {
    PythonEndedException ended =
        assertThrows(
            PythonEndedException.class,
            () -> python.run(NOTE + program, Map.of("notes", notes()), timeout));
    Processes.assertEnded(noted());
    String said = String.valueOf(ended.getMessage());
    assertTrue(said.startsWith("CPython " + python.version()), said);
    assertEquals(-1, said.indexOf('\n'), said);
    return said;
  }

  private String endOf(String program) throws IOException {
    return endOf(program, CPython.TIMEOUT);
  }

  @Test
  void loop_isEndedAfterItsTime() throws IOException {
    String said = endOf("while True: pass", SOON);
    assertTrue(said.contains("took more than 500 ms and was ended"), said);
  }

  @Test
  void deafLoop_isEndedAfterItsTime() throws IOException {
    endOf("import signal\nsignal.signal(15, signal.SIG_IGN)\nwhile True: time.sleep(1)", SOON);
  }

  @Test
  void childrenOfALoop_endWithIt() throws IOException {
    endOf(
        """
        for i in range(3):
            note(subprocess.Popen(["sleep", "600"], start_new_session=i == 1).pid)
        note(os.fork() or os.getpid())
        while True: time.sleep(1)
        """,
        Duration.ofSeconds(2));
  }

  @Test
  void orphans_endWithTheirProgram() throws Exception {
    PythonResult result =
        python.run(
            NOTE
                + """
                for own in (False, True):
                    p = subprocess.run(["sh", "-c", "sleep 600 >/dev/null 2>&1 & echo $!"],
                        capture_output=True, text=True, start_new_session=own)
                    note(int(p.stdout))
                result = "done"
                """,
            Map.of("notes", notes()));
    assertEquals("done", result.value());
    Processes.assertEnded(noted());
  }

  @Test
  void forkedCopy_doesNotAnswer() throws Exception {
    PythonResult result =
        python.run(
            NOTE + "pid = os.fork()\nnote(os.getpid())\nresult = 'parent' if pid else 'copy'",
            Map.of("notes", notes()));
    assertEquals("parent", result.value());
    Processes.assertEnded(noted());
  }

  @Test
  void flood_isCutAndToldSo() throws InterruptedException {
    PythonResult result =
        python.run(
            "import sys\nfor i in range(400): print('x' * 9999)\nprint('y' * 99, file=sys.stderr)");
    assertTrue(result.stdout().length() < (1 << 20) + 100);
    assertTrue(result.stdout().endsWith("… cut after 1 MiB (2,951,424 more bytes)"));
    assertEquals(100, result.stderr().length());
  }

  @Test
  void floodForEver_isEndedAfterItsTime() throws IOException {
    endOf("while True: print('x' * 9999)", SOON);
  }

  @Test
  void exitBelowPython_isNamed() throws IOException {
    assertTrue(endOf("os._exit(3)").contains("ended itself with exit code 3 before its result"));
    assertTrue(endOf("os._exit(0)").contains("ended itself with exit code 0"));
  }

  @Test
  void crash_isNamed() throws IOException {
    String said = endOf("import ctypes\nctypes.string_at(0)");
    assertTrue(said.contains("ended by signal 11 (segmentation fault)"), said);
    assertTrue(endOf("os.abort()").contains("ended by signal 6 (abort)"));
    assertTrue(endOf("os.kill(os.getpid(), 9)").contains("killed from outside"));
  }

  @Test
  void fatalError_bringsPythonsLastWords() throws IOException {
    String said =
        endOf("sys.stderr.write('first\\nlast words\\n')\nsys.stderr.flush()\nos._exit(1)");
    assertTrue(said.endsWith(": last words"), said);
  }

  @Test
  void closedConnection_isNamed() throws IOException {
    String said = endOf("os.closerange(3, 200)\ntime.sleep(1)");
    assertTrue(said.contains("closed the connection on which its result comes back"), said);
  }

  @Test
  void closedOutput_leavesTheValue() throws InterruptedException {
    assertEquals(1L, python.run("import os\nos.close(1)\nos.close(2)\nresult = 1").value());
    assertEquals(2L, python.run("import sys\nsys.stdout.close()\nresult = 2").value());
    assertEquals(3L, python.run("import sys\nsys.stdout = None\nresult = 3").value());
  }

  @Test
  void garbageOnTheConnection_isNamed() throws IOException {
    for (String garbage :
        List.of("\\xff" + "g".repeat(20), "\\0\\0\\0\\1n", "\\0\\0\\0\\5l\\0\\0\\0\\xff")) {
      String said =
          endOf(
              """
              import socket
              for fd in range(3, 50):
                  try:
                      socket.socket(fileno=os.dup(fd)).send(b"%s")
                  except OSError:
                      pass
              time.sleep(20)
              """
                  .formatted(garbage));
      assertTrue(said.contains("wrote garbage on the connection"), said);
    }
  }

  @Test
  void deepRecursion_isAPythonException() {
    PythonException thrown =
        assertThrows(PythonException.class, () -> python.run("def f(): f()\nf()"));
    assertEquals("RecursionError", thrown.type());
    assertTrue(thrown.getStackTrace().length <= 50);
  }

  @Test
  void outOfMemory_isAPythonException() {
    PythonException thrown =
        assertThrows(PythonException.class, () -> python.run("x = 'x' * (1 << 60)"));
    assertEquals("MemoryError", thrown.type());
  }

  @Test
  void threadLeftBehind_doesNotHoldUpTheEnd() throws Exception {
    PythonResult result =
        python.run(
            NOTE
                + "import threading\nthreading.Thread(target=lambda: time.sleep(600)).start()\n"
                + "result = 1",
            Map.of("notes", notes()));
    assertEquals(1L, result.value());
    Processes.assertEnded(noted());
  }

  @Test
  void interrupt_endsTheProgram() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    AtomicReference<String> outcome = new AtomicReference<>("");
    PythonSession session = python.session();
    PythonRun run = session.start("while True: pass");
    Thread cell =
        Thread.ofPlatform()
            .start(() -> {
              try {
                run.await();
              } catch (InterruptedException stopped) {
                outcome.set("interrupted");
              }
              over.countDown();
            });
    cell.interrupt();
    over.await();
    assertEquals("interrupted", outcome.get());
    Processes.assertEnded(List.of(session.pid()));
  }

  @Test
  void interruptedThread_startsNothing() {
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> python.run("1"));
  }
}
