package interlock.parallel;

import java.util.Optional;

/**
 * Something that runs tasks with a number of workers.
 *
 * <p>An engine is found through {@link java.util.ServiceLoader}, so it has a public constructor
 * without arguments, and making one costs nothing: workers start with the first run and stand ready
 * for the next. Engines may be used by many threads; runs of one engine that holds processes take
 * turns.
 */
public interface Engine extends AutoCloseable {
  /** Returns the name, as charts show it. */
  String name();

  /** Returns what runs the pieces. */
  Family family();

  /** Returns the largest number of workers that a run may ask for on this machine. */
  int maxWorkers();

  /** Returns one sentence why this engine cannot run here and how to get it, or nothing. */
  default Optional<String> unavailable() {
    return Optional.empty();
  }

  /** Returns one sentence why this engine cannot run this task here, or nothing. */
  default Optional<String> unable(Task<?, ?> task) {
    return unavailable();
  }

  /**
   * Runs a task to its end.
   *
   * <p>An unchecked exception or error of a piece arrives as itself, a checked one as the cause of
   * a {@link PieceException}; an {@link InPiece} among its suppressed exceptions names the piece.
   * The remaining pieces are cancelled then.
   *
   * @param task the task
   * @param workers from 1 to {@link #maxWorkers()}
   * @throws IllegalArgumentException if the number of workers is out of range, or the engine is
   *     unable to run this task; the message says why
   * @throws InterruptedException if the thread was interrupted; no child process goes on working
   */
  <P, R> Run<R> run(Task<P, R> task, int workers) throws InterruptedException;

  /** Ends the workers that stand ready. The next run starts new ones. */
  @Override
  default void close() {}

  /**
   * Refuses a run that cannot be: what each engine calls first.
   *
   * @throws IllegalArgumentException if the number of workers is out of range, or the engine is
   *     unable to run this task
   */
  default void require(Task<?, ?> task, int workers) {
    requireWorkers(workers);
    unable(task)
        .ifPresent(reason -> {
          throw new IllegalArgumentException(reason);
        });
  }

  /**
   * Refuses a number of workers that cannot be.
   *
   * @throws IllegalArgumentException if the number of workers is out of range
   */
  default void requireWorkers(int workers) {
    if (workers < 1 || workers > maxWorkers()) {
      throw new IllegalArgumentException(
          maxWorkers() == 1
              ? "The engine '%s' runs with 1 worker, not %d".formatted(name(), workers)
              : "The engine '%s' runs with 1 to %d workers, not %d"
                  .formatted(name(), maxWorkers(), workers));
    }
  }
}
