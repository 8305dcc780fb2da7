package interlock.parallel.thread;

import interlock.parallel.Engine;
import interlock.parallel.Family;
import interlock.parallel.Ledger;
import interlock.parallel.Run;
import interlock.parallel.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Workers that are threads of this process and take the next piece as soon as they are free. */
abstract class ThreadEngine implements Engine {
  /** Returns the executor that has a thread for each of the workers. */
  abstract ExecutorService executor();

  @Override
  public Family family() {
    return Family.JAVA;
  }

  @Override
  public <P, R> Run<R> run(Task<P, R> task, int workers) throws InterruptedException {
    require(task, workers);
    long called = System.nanoTime();
    Ledger<P, R> ledger = new Ledger<>(task, name());
    CountDownLatch ready = new CountDownLatch(workers);
    CountDownLatch go = new CountDownLatch(1);
    List<Future<?>> threads = new ArrayList<>(workers);
    try {
      for (int i = 0; i < workers; i++) {
        int worker = i;
        threads.add(executor().submit(() -> work(ledger, worker, ready, go)));
      }
      ready.await();
      Duration startUp = Duration.ofNanos(System.nanoTime() - called);
      ledger.begin();
      go.countDown();
      return ledger.await(workers, startUp);
    } finally {
      ledger.cancel();
      threads.forEach(thread -> thread.cancel(true));
    }
  }

  private static void work(
      Ledger<?, ?> ledger, int worker, CountDownLatch ready, CountDownLatch go) {
    ready.countDown();
    try {
      go.await();
    } catch (InterruptedException cancelled) {
      return;
    }
    ledger.work(worker);
  }
}
