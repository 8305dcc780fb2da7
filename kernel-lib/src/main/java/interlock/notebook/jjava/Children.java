package interlock.notebook.jjava;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sees to it that no process outlives the one that it works for. */
final class Children {
  private static final long PATIENCE_MILLIS = 1000;

  private Children() {}

  /** Ends the kernel's child processes when the kernel ends, however it was told to. */
  static void endWithThisProcess() {
    Runtime.getRuntime().addShutdownHook(new Thread(Children::endAll, "end children"));
  }

  /**
   * Ends the kernel when the server that started it is gone, even if that was killed. The guard
   * does the same, and ends a kernel that does not end itself.
   *
   * <p>Jupyter gives its process id in {@code JPY_PARENT_PID}; on Windows that is something else.
   */
  static void endWithParent() {
    String parent = System.getenv("JPY_PARENT_PID");
    if (parent != null && !isWindows() && parent.matches("[1-9]\\d{0,9}")) {
      ProcessHandle.of(Long.parseLong(parent))
          .ifPresentOrElse(Children::exitAfter, Children::exitIfAbandoned);
    }
  }

  static boolean isWindows() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
  }

  private static void exitAfter(ProcessHandle parent) {
    CompletableFuture<Void> _ = parent.onExit().thenRun(() -> System.exit(1));
  }

  /** The server died while this kernel started. A kernel in a container sees no server at all. */
  private static void exitIfAbandoned() {
    if (ProcessHandle.current().parent().filter(parent -> parent.pid() == 1).isPresent()) {
      System.exit(1);
    }
  }

  private static void endAll() {
    List<ProcessHandle> children = ProcessHandle.current().descendants().toList();
    children.forEach(ProcessHandle::destroy);
    try {
      CompletableFuture.allOf(
              children.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
          .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      children.forEach(ProcessHandle::destroyForcibly);
    }
  }
}
