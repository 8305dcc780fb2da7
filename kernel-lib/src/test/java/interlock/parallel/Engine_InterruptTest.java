package interlock.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A task that never ends by itself is interrupted once its pieces are known to be at work. */
@Timeout(60)
class Engine_InterruptTest {
  static List<Engine> engines() {
    return Engines.all();
  }

  @AfterAll
  static void closeAll() {
    Engines.closeAll();
  }

  private static Set<ProcessHandle> children() {
    return ProcessHandle.current().descendants().collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("engines")
  void interrupt_endsTheRunAndLeavesNoProcessAtWork(Engine engine)
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    Optional<String> missing = engine.unavailable();
    assumeTrue(missing.isEmpty(), () -> "skipped: " + missing.orElseThrow());
    engine.close();
    int workers = Math.min(2, engine.maxWorkers());
    Set<ProcessHandle> before = children();
    try (ServerSocket begun = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Throwable> outcome = new CompletableFuture<>();
      Thread runner =
          Thread.ofPlatform()
              .start(() ->
                  outcome.complete(
                      run(engine, EngineTasks.endless(begun.getLocalPort()), workers)));
      for (int i = 0; i < workers; i++) {
        begun.accept().close();
      }
      Set<ProcessHandle> working = children();
      working.removeAll(before);
      runner.interrupt();
      assertInstanceOf(InterruptedException.class, outcome.get(30, TimeUnit.SECONDS));
      for (ProcessHandle child : working) {
        child.onExit().get(30, TimeUnit.SECONDS);
        assertFalse(child.isAlive(), child.info()::toString);
      }
    }
    assertEquals(1.5, engine.run(EngineTasks.harmonic(2, 2), workers).value());
  }

  @ParameterizedTest
  @MethodSource("engines")
  void interruptBetweenRuns_leavesNoProcessThatStandsReady(Engine engine)
      throws InterruptedException, ExecutionException, TimeoutException {
    Optional<String> missing = engine.unavailable();
    assumeTrue(missing.isEmpty(), () -> "skipped: " + missing.orElseThrow());
    engine.close();
    int workers = Math.min(2, engine.maxWorkers());
    Set<ProcessHandle> before = children();
    engine.run(EngineTasks.harmonic(2, 2), workers);
    Set<ProcessHandle> ready = children();
    ready.removeAll(before);
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> engine.run(EngineTasks.harmonic(2, 2), workers));
    for (ProcessHandle child : ready) {
      child.onExit().get(30, TimeUnit.SECONDS);
    }
  }

  private static Throwable run(Engine engine, Task<?, ?> task, int workers) {
    try {
      return new AssertionError("An endless task ended: " + engine.run(task, workers));
    } catch (InterruptedException | RuntimeException ended) {
      return ended;
    }
  }
}
