package interlock.measure.cpython;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process and all that it started, to the last one.
 *
 * <p>A child whose parent has ended belongs to nobody, so the table of processes no longer shows
 * where it came from. On Linux its environment still does; on other systems its process group.
 */
final class ProcessTree {
  static final String MARK = "INTERLOCK_PROGRAM";

  private static final Path PROC = Path.of("/proc");
  private static final int MOST_ROUNDS = 10;
  private static final int PATIENCE_SECONDS = 2;

  private ProcessTree() {}

  /** Ends a process and its descendants, and waits until they have ended. */
  static void end(Process process, String mark) {
    List<ProcessHandle> known = new ArrayList<>(process.descendants().toList());
    known.add(process.toHandle());
    known.forEach(ProcessHandle::destroyForcibly);
    known.forEach(ProcessTree::await);
    if (Files.isDirectory(PROC.resolve("self"))) {
      // Whoever is about to fork may do so once more, hence the rounds.
      for (int round = 0; round < MOST_ROUNDS && endMarked(mark); round++) {
        Thread.onSpinWait();
      }
    } else {
      endGroup(process.pid());
    }
  }

  private static boolean endMarked(String mark) {
    List<ProcessHandle> left = marked(MARK + "=" + mark);
    left.forEach(ProcessHandle::destroyForcibly);
    left.forEach(ProcessTree::await);
    return !left.isEmpty();
  }

  private static List<ProcessHandle> marked(String variable) {
    List<ProcessHandle> found = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path folder : all) {
        if (hasVariable(folder.resolve("environ"), variable)) {
          ProcessHandle.of(Long.parseLong(folder.getFileName().toString())).ifPresent(found::add);
        }
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException gone) {
      return found;
    }
    return found;
  }

  private static boolean hasVariable(Path environ, String variable) {
    try {
      return new String(Files.readAllBytes(environ), StandardCharsets.ISO_8859_1)
          .contains(variable);
    } catch (IOException endedOrNotOurs) {
      return false;
    }
  }

  private static void endGroup(long leader) {
    if (System.getProperty("os.name", "").startsWith("Windows")) {
      return;
    }
    try {
      new ProcessBuilder("kill", "-KILL", "--", "-" + leader)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .onExit()
          .join();
    } catch (IOException noSuchProgram) {
      // Then the descendants that were known are all that can be ended.
    }
  }

  private static void await(ProcessHandle process) {
    try {
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException again) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException beyondUs) {
      // A process that the system itself holds; it ends when the system lets it.
    }
  }
}
