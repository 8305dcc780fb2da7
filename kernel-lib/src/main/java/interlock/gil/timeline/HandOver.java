package interlock.gil.timeline;

/**
 * An interpreter lock going from one thread to another.
 *
 * @param droppedNanos when the old holder gave it up
 * @param takenNanos when the new holder had it
 * @param from the old holder: a place in {@link Timeline#threads()}
 * @param to the new holder
 * @param cause why the old holder gave it up
 * @param lock which lock: 0 where there is one; one for each interpreter in CPython 3.12
 */
public record HandOver(
    long droppedNanos, long takenNanos, int from, int to, Cause cause, int lock) {
  /** Returns the time in which nobody held the lock, in nanoseconds. */
  public long gapNanos() {
    return takenNanos - droppedNanos;
  }
}
