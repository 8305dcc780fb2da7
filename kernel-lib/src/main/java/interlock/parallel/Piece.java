package interlock.parallel;

import java.io.Serializable;

/**
 * One share of a task: the numbers {@code from ≤ i < to}.
 *
 * @param index which piece this is, counted from 0
 * @param count how many pieces the task has
 * @param from the first number of this piece
 * @param to the number after the last one; equal to {@code from} in an empty piece
 */
public record Piece(int index, int count, long from, long to) implements Serializable {
  /** Refuses an index outside the task and a range that runs backwards. */
  public Piece {
    if (index < 0 || index >= count || from < 0 || to < from) {
      throw new IllegalArgumentException(
          "There is no piece %d of %d from %d to %d".formatted(index, count, from, to));
    }
  }

  /** Returns piece {@code index} of {@code count} that divide 0 to {@code size} evenly. */
  static Piece of(int index, int count, long size) {
    return new Piece(index, count, start(index, count, size), start(index + 1, count, size));
  }

  private static long start(int index, int count, long size) {
    return size / count * index + Math.min(index, size % count);
  }

  /** Returns how many numbers this piece has. */
  public long size() {
    return to - from;
  }

  /**
   * Ends the work if somebody asked this thread to stop. Call it every few thousand steps: an
   * engine in this process can stop a piece only at such a place.
   *
   * @throws InterruptedException if the thread was interrupted
   */
  public void checkInterrupt() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException(this + " was interrupted");
    }
  }

  @Override
  public String toString() {
    return size() == 0
        ? "piece %d of %d, empty".formatted(index, count)
        : "piece %d of %d, numbers %d to %d".formatted(index, count, from, to - 1);
  }
}
