package interlock.parallel.thread;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Threads of the Java virtual machine (JEP 444), one a worker: so cheap that each run makes new
 * ones. As many compute at once as there are cores; any number of them may wait.
 */
public final class VirtualThreads extends ThreadEngine {
  private static final int MOST_WORKERS = 100_000;

  private final ExecutorService executor =
      Executors.newThreadPerTaskExecutor(
          Thread.ofVirtual().name("interlock-virtual-", 0).factory());

  @Override
  public String name() {
    return "virtual threads";
  }

  @Override
  public int maxWorkers() {
    return MOST_WORKERS;
  }

  @Override
  ExecutorService executor() {
    return executor;
  }
}
