package interlock.parallel.thread;

import interlock.parallel.Engine;
import interlock.parallel.Family;
import interlock.parallel.Ledger;
import interlock.parallel.Run;
import interlock.parallel.Task;
import java.time.Duration;

/** One piece after the other in the caller's own thread: the baseline. */
public final class Sequential implements Engine {
  @Override
  public String name() {
    return "sequential";
  }

  @Override
  public Family family() {
    return Family.JAVA;
  }

  @Override
  public int maxWorkers() {
    return 1;
  }

  @Override
  public <P, R> Run<R> run(Task<P, R> task, int workers) throws InterruptedException {
    require(task, workers);
    Ledger<P, R> ledger = new Ledger<>(task, name());
    ledger.begin();
    ledger.work(0);
    return ledger.await(1, Duration.ZERO);
  }
}
