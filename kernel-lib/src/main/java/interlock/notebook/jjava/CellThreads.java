package interlock.notebook.jjava;

import interlock.notebook.Cell;
import interlock.notebook.stop.CellStop;
import interlock.notebook.stop.MemoryWatch;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Knows which thread works for which cell.
 *
 * <p>A thread belongs to the cell that started it, directly or through other threads. A thread that
 * no cell started, such as one of the common pool, belongs to the latest cell.
 */
final class CellThreads {
  private static final InheritableThreadLocal<@Nullable Cell> OWN = new InheritableThreadLocal<>();
  private final Map<Long, Future<?>> running = new ConcurrentHashMap<>();
  private final AtomicLong tasks = new AtomicLong();
  private volatile @Nullable Cell latest;
  private volatile @Nullable Cell interrupted;
  private volatile @Nullable Throwable thrown;

  /** Has every snippet of a cell run as part of the cell that is then the latest. */
  void takeOver(Object executionControl) {
    ExecutorService threads = (ExecutorService) Internals.get(executionControl, "executor");
    Internals.set(executionControl, "executor", new CellExecutor(threads));
  }

  void begin(Cell cell) {
    latest = cell;
    thrown = null;
  }

  /** Has the calling thread belong to this cell. */
  void enter(Cell cell) {
    OWN.set(cell);
  }

  @Nullable Cell current() {
    Cell mine = OWN.get();
    return mine != null ? mine : latest;
  }

  /**
   * What the code of the latest cell threw, or null. JJava itself keeps only its name and trace.
   */
  @Nullable Throwable thrown() {
    return thrown;
  }

  /**
   * Ends the cell that runs. JJava only cancels the snippet that runs just then: between two
   * snippets of a cell, while the next is compiled, its interrupt is lost.
   */
  void interrupt() {
    interrupted = latest;
    running.values().forEach(task -> task.cancel(true));
  }

  /** JJava's own threads, marked with the cell that they run for. */
  private final class CellExecutor extends AbstractExecutorService {
    private final ExecutorService threads;

    CellExecutor(ExecutorService threads) {
      this.threads = threads;
    }

    @Override
    protected <T> RunnableFuture<T> newTaskFor(Callable<T> code) {
      return new FutureTask<>(() -> {
        try {
          return code.call();
        } catch (InvocationTargetException e) {
          thrown = e.getCause();
          MemoryWatch.ended(thrown);
          throw HostileThrowable.tamed(e);
        } catch (OutOfMemoryError e) {
          // Not even the exception that carries what the cell threw had room; JShell forgets it.
          thrown = e;
          MemoryWatch.ended(e);
          throw new InvocationTargetException(e);
        }
      });
    }

    @Override
    public void execute(Runnable command) {
      Cell cell = latest;
      FutureTask<?> task = (FutureTask<?>) command;
      long number = tasks.incrementAndGet();
      running.put(number, task);
      if (cell != null && cell == interrupted) {
        task.cancel(true);
      }
      threads.execute(() -> run(cell, task, number));
    }

    private void run(@Nullable Cell cell, FutureTask<?> task, long number) {
      OWN.set(cell);
      CellStop.beginsAnew(Thread.currentThread());
      try {
        task.run();
      } finally {
        running.remove(number);
      }
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
