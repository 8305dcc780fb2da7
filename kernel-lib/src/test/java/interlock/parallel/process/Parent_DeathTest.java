package interlock.parallel.process;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import interlock.parallel.Engine;
import interlock.parallel.EngineTasks;
import interlock.parallel.Engines;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A parent that is killed while its children compute takes them along. */
@Timeout(60)
class Parent_DeathTest {
  /** The parent: runs an endless task on the engine of that name. */
  static final class Parent {
    private Parent() {}

    /** Expects the engine's name and the port to tell that a piece has begun. */
    public static void main(String[] arguments) throws InterruptedException {
      Engines.named(arguments[0]).run(EngineTasks.endless(Integer.parseInt(arguments[1])), 2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"child JVMs", "CPython threads", "CPython processes"})
  void killedParent_leavesNoChild(String name)
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    Engine engine = Engines.named(name);
    assumeTrue(engine.unavailable().isEmpty(), () -> "skipped: " + engine.unavailable());
    try (ServerSocket begun = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Process parent = start(name, begun.getLocalPort());
      try {
        begun.accept().close();
        begun.accept().close();
        List<ProcessHandle> children = parent.descendants().toList();
        assertFalse(children.isEmpty());
        parent.destroyForcibly();
        for (ProcessHandle child : children) {
          child.onExit().get(30, TimeUnit.SECONDS);
        }
      } finally {
        parent.descendants().forEach(ProcessHandle::destroyForcibly);
        parent.destroyForcibly();
      }
    }
  }

  private static Process start(String engine, int port) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Parent.class.getName(),
            engine,
            Integer.toString(port))
        .inheritIO()
        .start();
  }
}
