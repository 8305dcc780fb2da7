package interlock.parallel.cpython;

import interlock.measure.cpython.CPythonSearch;
import interlock.parallel.Engine;
import interlock.parallel.Family;
import interlock.parallel.Ledger;
import interlock.parallel.PythonTwin;
import interlock.parallel.Run;
import interlock.parallel.Task;
import interlock.parallel.Turns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What both CPython engines do: keep a host program and let it run a task's Python twin. */
abstract class PythonEngine implements Engine {

  private final CPythonSearch search;
  private final String mode;
  private final Turns turns = new Turns(this::killAll);
  private @Nullable PythonHost host;

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
    return turns.take(() -> inTurn(task, task.python().orElseThrow(), workers));
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

  @Override
  public void close() {
    turns.end();
  }

  private void killAll() {
    if (host != null) {
      host.kill();
      host = null;
    }
  }
}
