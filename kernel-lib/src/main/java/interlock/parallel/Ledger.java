package interlock.parallel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The book of one run: hands out the pieces, takes in the partial results, and remembers the first
 * failure. Engines keep it; it is safe for use by all their workers.
 */
public final class Ledger<P, R> {
  private final Task<P, R> task;
  private final String engine;
  private final @Nullable Object[] partials;
  private final @Nullable PieceSpan[] spans;
  private long began;
  private int handedOut;
  private int finished;
  private boolean cancelled;
  private @Nullable Throwable failure;

  /** Opens the book for one run of a task on the engine of that name. */
  public Ledger(Task<P, R> task, String engine) {
    this.task = task;
    this.engine = engine;
    this.partials = new @Nullable Object[task.pieces()];
    this.spans = new @Nullable PieceSpan[task.pieces()];
  }

  /** Returns the task. */
  public Task<P, R> task() {
    return task;
  }

  /** Starts the clock: the workers stand ready. */
  public synchronized void begin() {
    began = System.nanoTime();
  }

  /** Returns the time since {@link #begin()}. */
  public synchronized Duration now() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /** Returns the next piece, or nothing when all are handed out, one failed, or all is off. */
  public synchronized Optional<Piece> next() {
    return cancelled || handedOut == task.pieces()
        ? Optional.empty()
        : Optional.of(task.piece(handedOut++));
  }

  /**
   * Works on pieces in this thread until there are no more.
   *
   * @param worker the index of the worker, from 0
   */
  public void work(int worker) {
    for (Optional<Piece> next = next(); next.isPresent(); next = next()) {
      compute(next.get(), worker);
      if (Thread.currentThread().isInterrupted()) {
        cancel();
      }
    }
  }

  private void compute(Piece piece, int worker) {
    Duration begin = now();
    try {
      P partial = call(task.work(), piece);
      finished(piece, partial, new PieceSpan(piece.index(), worker, begin, now()));
    } catch (Throwable thrown) {
      failed(piece, thrown);
    }
  }

  /**
   * Computes one piece. Its frame in a stack trace is where the engine ends and the task begins.
   *
   * @throws NullPointerException if the piece returns null
   */
  public static <P> P call(PieceWork<P> work, Piece piece) throws Exception {
    return Objects.requireNonNull(work.compute(piece), "A piece must return a result, not null");
  }

  /** Takes in the partial result of a piece. */
  public synchronized void finished(Piece piece, P partial, PieceSpan span) {
    partials[piece.index()] = partial;
    spans[piece.index()] = span;
    finished++;
    notifyAll();
  }

  /** Takes in what a piece threw; the first failure cancels the rest. */
  public synchronized void failed(Piece piece, Throwable thrown) {
    if (!cancelled) {
      InPiece.mark(thrown, piece, task.name(), engine);
      failed(thrown);
    }
  }

  /** Takes in a failure that belongs to no piece, such as a lost process. */
  public synchronized void failed(Throwable thrown) {
    if (!cancelled) {
      failure = thrown;
      cancel();
    }
  }

  /** Hands out no more pieces. */
  public synchronized void cancel() {
    cancelled = true;
    notifyAll();
  }

  /**
   * Waits until every piece is finished and returns the run, or throws what a piece threw.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public Run<R> await(int workers, Duration startUp) throws InterruptedException {
    awaitEnd();
    R value = task.combiner().combine(inOrder());
    return new Run<>(engine, task.name(), workers, value, startUp, now(), spansInOrder());
  }

  private synchronized void awaitEnd() throws InterruptedException {
    while (finished < task.pieces() && !cancelled) {
      wait();
    }
    switch (failure) {
      case null -> {}
      case RuntimeException unchecked -> throw unchecked;
      case Error error -> throw error;
      case InterruptedException interrupted -> throw interrupted;
      default -> throw located(failure);
    }
    if (finished < task.pieces()) {
      // An exception that says "interrupted" takes the flag's place.
      Thread.interrupted();
      throw new InterruptedException("The run of '%s' was cancelled".formatted(task.name()));
    }
  }

  private static PieceException located(Throwable checked) {
    PieceException carrier = new PieceException(checked);
    InPiece.of(checked).ifPresent(carrier::addSuppressed);
    return carrier;
  }

  @SuppressWarnings("unchecked") // finished() takes nothing but a P, and all have finished
  private synchronized List<P> inOrder() {
    List<P> ordered = new ArrayList<>(partials.length);
    for (Object partial : partials) {
      ordered.add((P) Objects.requireNonNull(partial));
    }
    return ordered;
  }

  private synchronized List<PieceSpan> spansInOrder() {
    List<PieceSpan> ordered = new ArrayList<>(spans.length);
    for (PieceSpan span : spans) {
      ordered.add(Objects.requireNonNull(span));
    }
    return ordered;
  }
}
