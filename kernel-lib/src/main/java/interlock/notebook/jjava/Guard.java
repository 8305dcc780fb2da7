package interlock.notebook.jjava;

import static java.nio.charset.StandardCharsets.UTF_8;

import interlock.measure.ScratchFolder;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Starts the small program that ends what this kernel leaves behind, even when the kernel is killed
 * and can do nothing itself.
 *
 * <p>The program is {@code guard.py}, run by the environment's own Python outside the kernel's
 * family and session. Linux and macOS: on Windows a kernel that is killed leaves its children and
 * its scratch folders.
 */
final class Guard {
  /** Until the first cell has most likely had its answer: the start-up needs the cores itself. */
  private static final long DELAY_MILLIS = 500;

  private Guard() {}

  /** Starts the guard of this process a little later; returns at once. */
  static void startSoon() {
    if (!Children.isWindows()) {
      // Not the common pool: the first cell may have filled it.
      Executor own = Thread.ofPlatform().daemon().name("interlock-guard")::start;
      CompletableFuture.delayedExecutor(DELAY_MILLIS, TimeUnit.MILLISECONDS, own)
          .execute(Guard::start);
    }
  }

  private static void start() {
    String python = Objects.requireNonNullElse(System.getenv("INTERLOCK_PYTHON"), "python3");
    String kernel = Long.toString(ProcessHandle.current().pid());
    String scratch = ScratchFolder.prefix().toString();
    try (InputStream program = Guard.class.getResourceAsStream("guard.py")) {
      // As an argument: a program that came through a pipe would be lost with a kernel that is
      // killed before it has written it, and so would be what it guards.
      String text = new String(Objects.requireNonNull(program, "guard.py").readAllBytes(), UTF_8);
      new ProcessBuilder(python, "-I", "-S", "-c", text, scratch, kernel, "interlock-guard")
          .redirectInput(new File("/dev/null"))
          .redirectOutput(Redirect.DISCARD)
          .redirectError(Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      System.err.println("Without Python nothing guards this kernel's children: " + e.getMessage());
    }
  }
}
