package interlock.notebook.jjava;

import interlock.notebook.Cell;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Knows which thread works for which cell.
 *
 * <p>A thread belongs to the cell that started it, directly or through other threads. A thread that
 * no cell started, such as one of the common pool, belongs to the latest cell.
 */
final class CellThreads {
  private static final InheritableThreadLocal<@Nullable Cell> OWN = new InheritableThreadLocal<>();
  private volatile @Nullable Cell latest;

  /** Has every snippet of a cell run as part of the cell that is then the latest. */
  void takeOver(Object executionControl) {
    ExecutorService threads = (ExecutorService) Internals.get(executionControl, "executor");
    Internals.set(executionControl, "executor", new CellExecutor(threads));
  }

  void begin(Cell cell) {
    latest = cell;
  }

  @Nullable Cell current() {
    Cell mine = OWN.get();
    return mine != null ? mine : latest;
  }

  /** JJava's own threads, marked with the cell that they run for. */
  private final class CellExecutor extends AbstractExecutorService {
    private final ExecutorService threads;

    CellExecutor(ExecutorService threads) {
      this.threads = threads;
    }

    @Override
    public void execute(Runnable command) {
      Cell cell = latest;
      threads.execute(() -> {
        OWN.set(cell);
        command.run();
      });
    }

    @Override
    public void shutdown() {
      threads.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
      return threads.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
      return threads.isShutdown();
    }

    @Override
    public boolean isTerminated() {
      return threads.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
      return threads.awaitTermination(timeout, unit);
    }
  }
}
