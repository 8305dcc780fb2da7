package interlock.parallel.thread;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Threads of the operating system, one a worker. They stay for a minute after a run, ready for the
 * next.
 */
public final class PlatformThreads extends ThreadEngine {
  private static final int MOST_WORKERS = 1_000;

  private @Nullable ExecutorService pool;

  @Override
  public String name() {
    return "platform threads";
  }

  @Override
  public int maxWorkers() {
    return MOST_WORKERS;
  }

  @Override
  synchronized ExecutorService executor() {
    if (pool == null) {
      pool =
          Executors.newCachedThreadPool(
              Thread.ofPlatform().daemon().name("interlock-worker-", 0).factory());
    }
    return pool;
  }

  @Override
  public synchronized void close() {
    if (pool != null) {
      pool.shutdownNow();
      pool = null;
    }
  }
}
