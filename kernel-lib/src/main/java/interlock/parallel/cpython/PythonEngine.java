package interlock.parallel.cpython;

import interlock.parallel.Engine;
import interlock.parallel.Family;
import interlock.parallel.Ledger;
import interlock.parallel.PythonTwin;
import interlock.parallel.Run;
import interlock.parallel.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What both CPython engines do: keep a host program and let it run a task's Python twin. */
abstract class PythonEngine implements Engine {
  private static final long IDLE_SECONDS = 60;

  private final CPythonSearch search;
  private final String mode;
  private final ReentrantLock turn = new ReentrantLock();
  private @Nullable PythonHost host;
  private long uses;

  PythonEngine(CPythonSearch search, String mode) {
    this.search = search;
    this.mode = mode;
  }

  @Override
  public Family family() {
    return Family.CPYTHON;
  }

  @Override
  public Optional<String> unavailable() {
    return search
        .missing()
        .map(reason -> "The engine '%s' is skipped: %s".formatted(name(), reason));
  }

  @Override
  public Optional<String> unable(Task<?, ?> task) {
    return task.python().isPresent()
        ? unavailable()
        : Optional.of(
            "The engine '%s' is skipped: the task '%s' has no Python twin, which withPython gives it"
                .formatted(name(), task.name()));
  }

  @Override
  public <P, R> Run<R> run(Task<P, R> task, int workers) throws InterruptedException {
    require(task, workers);
    try {
      turn.lockInterruptibly();
      try {
        return inTurn(task, task.python().orElseThrow(), workers);
      } finally {
        closeWhenIdle(++uses);
        turn.unlock();
      }
    } catch (InterruptedException stopped) {
      // Who stops a run wants nothing left: also the interpreter that stood ready just then.
      closeUnlessInUse();
      throw stopped;
    }
  }

  private <P, R> Run<R> inTurn(Task<P, R> task, PythonTwin<P> twin, int workers)
      throws InterruptedException {
    Ledger<P, R> ledger = new Ledger<>(task, name());
    PythonRun<P> run = new PythonRun<>(task, twin, ledger);
    boolean succeeded = false;
    try {
      ledger.begin();
      request(run, run.request(mode, workers));
      Duration elapsed = run.await();
      Run<R> outside = ledger.await(workers, Duration.ZERO);
      succeeded = true;
      return new Run<>(
          name(),
          task.name(),
          workers,
          outside.value(),
          outside.elapsed().minus(elapsed),
          elapsed,
          outside.spans());
    } finally {
      ledger.cancel();
      if (!succeeded) {
        // A Python thread cannot be ended from outside; its process can.
        close();
      }
    }
  }

  private void request(PythonRun<?> run, String request) {
    try {
      PythonHost ready = host;
      if (ready == null || !ready.isAlive()) {
        ready = PythonHost.start(search.found().orElseThrow(), run);
        host = ready;
      }
      ready.listen(run);
      ready.request(request);
    } catch (IOException impossible) {
      throw new UncheckedIOException(
          "CPython cannot be started: " + impossible.getMessage(), impossible);
    }
  }

  private void closeWhenIdle(long use) {
    CompletableFuture.delayedExecutor(IDLE_SECONDS, TimeUnit.SECONDS).execute(() -> close(use));
  }

  /** Closes unless there was another run since, or is one now. */
  private void close(long use) {
    if (turn.tryLock()) {
      try {
        if (use == uses) {
          close();
        }
      } finally {
        turn.unlock();
      }
    }
  }

  private void closeUnlessInUse() {
    if (turn.tryLock()) {
      try {
        close();
      } finally {
        turn.unlock();
      }
    }
  }

  @Override
  public void close() {
    turn.lock();
    try {
      if (host != null) {
        host.kill();
        host = null;
      }
    } finally {
      turn.unlock();
    }
  }
}
