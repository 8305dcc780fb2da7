package interlock.measure.cpython;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;

/** Assertions about processes that a test's programs start. */
final class Processes {
  private Processes() {}

  static CPython python() {
    CPython.missing().ifPresent(reason -> assumeTrue(false, () -> "skipped: " + reason));
    return CPython.here().orElseThrow();
  }

  static void assertEnded(List<Long> pids) {
    assertTrue(!pids.isEmpty(), "the program named no process");
    for (long pid : pids) {
      boolean alive =
          ProcessHandle.of(pid)
              .filter(ProcessHandle::isAlive)
              .filter(Processes::isReal)
              .isPresent();
      assertTrue(!alive, "process " + pid + " still runs");
    }
  }

  /** What nobody has fetched the exit code of has ended, but still has its number. */
  private static boolean isReal(ProcessHandle process) {
    try {
      String stat =
          java.nio.file.Files.readString(
              java.nio.file.Path.of("/proc/%d/stat".formatted(process.pid())));
      return !stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
    } catch (java.io.IOException notLinux) {
      return process.isAlive();
    }
  }
}
