package interlock.parallel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A computation cut into a fixed number of pieces, which every engine can run.
 *
 * <p>The pieces do not depend on the number of workers and are combined in their own order, so
 * every engine gives the identical answer, rounding included.
 *
 * <pre>{@code
 * Task<Long, Long> task = Task.of("sum of squares", 1_000_000, 16,
 *     piece -> LongStream.range(piece.from(), piece.to()).map(i -> i * i).sum(),
 *     partials -> partials.stream().mapToLong(Long::longValue).sum());
 * }</pre>
 *
 * <p>Immutable and safe for use by many threads if its functions are.
 */
public final class Task<P, R> {
  private static final int MOST_PIECES = 1_000_000;

  private final String name;
  private final String unit;
  private final long size;
  private final int pieces;
  private final PieceWork<P> work;
  private final Combiner<P, R> combiner;
  private final @Nullable PythonTwin<P> python;

  private Task(
      String name,
      String unit,
      long size,
      int pieces,
      PieceWork<P> work,
      Combiner<P, R> combiner,
      @Nullable PythonTwin<P> python) {
    this.name = name;
    this.unit = unit;
    this.size = size;
    this.pieces = pieces;
    this.work = work;
    this.combiner = combiner;
    this.python = python;
  }

  /**
   * Returns a task over the numbers 0 to {@code size − 1}.
   *
   * @param name what is computed, as charts and messages show it
   * @param size how many numbers there are; 0 or more
   * @param pieces how many pieces they are cut into; from 1 to a million
   * @param work computes the partial result of a piece
   * @param combiner makes the answer from all partial results
   * @throws IllegalArgumentException if the size or the number of pieces is out of range
   */
  public static <P, R> Task<P, R> of(
      String name, long size, int pieces, PieceWork<P> work, Combiner<P, R> combiner) {
    if (pieces < 1 || pieces > MOST_PIECES) {
      throw new IllegalArgumentException(
          "A task is cut into 1 to %d pieces, not %d".formatted(MOST_PIECES, pieces));
    }
    return new Task<>(name, "numbers", checkSize(size), pieces, work, combiner, null);
  }

  private static long checkSize(long size) {
    if (size < 0) {
      throw new IllegalArgumentException("A task's size is 0 or more, not " + size);
    }
    return size;
  }

  /** Returns this task with a name for what it counts, such as {@code samples}. */
  public Task<P, R> withUnit(String newUnit) {
    return new Task<>(name, newUnit, size, pieces, work, combiner, python);
  }

  /**
   * Returns this task over another number of numbers, cut into as many pieces.
   *
   * @throws IllegalArgumentException if the size is negative
   */
  public Task<P, R> withSize(long newSize) {
    return new Task<>(name, unit, checkSize(newSize), pieces, work, combiner, python);
  }

  /** Returns this task with the same computation in Python, for the CPython engines. */
  public Task<P, R> withPython(PythonTwin<P> twin) {
    return new Task<>(name, unit, size, pieces, work, combiner, twin);
  }

  /** Returns the task's name. */
  public String name() {
    return name;
  }

  /** Returns what the task counts, such as {@code samples} or {@code bytes}. */
  public String unit() {
    return unit;
  }

  /** Returns how many numbers the task is over. */
  public long size() {
    return size;
  }

  /** Returns how many pieces the task is cut into. */
  public int pieces() {
    return pieces;
  }

  /** Returns one piece, counted from 0. */
  public Piece piece(int index) {
    return Piece.of(index, pieces, size);
  }

  /** Returns the function that computes one piece. */
  public PieceWork<P> work() {
    return work;
  }

  /** Returns the function that makes the answer. */
  public Combiner<P, R> combiner() {
    return combiner;
  }

  /** Returns the same computation in Python, if there is one. */
  public Optional<PythonTwin<P>> python() {
    return Optional.ofNullable(python);
  }

  @Override
  public String toString() {
    return "%s: %,d %s in %d %s%s"
        .formatted(
            name,
            size,
            unit,
            pieces,
            pieces == 1 ? "piece" : "pieces",
            python == null ? "" : ", with a Python twin");
  }
}
