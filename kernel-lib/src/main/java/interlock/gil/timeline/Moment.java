package interlock.gil.timeline;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One interpreter lock at one moment.
 *
 * @param nanos the moment
 * @param holder the thread that holds it: a place in {@link Timeline#threads()}; empty if free
 * @param waiting the threads that have asked for it and do not have it, longest wait first
 * @param dropRequest whether the flag is up that asks the holder to give it up
 * @param switchNumber how often it has gone to another thread
 * @param last the last step of the protocol up to now, with its place; null before the first
 * @param lastPlace the place of that step in {@link LockTrack#steps()}; −1 before the first
 */
public record Moment(
    long nanos,
    OptionalInt holder,
    List<Waiting> waiting,
    boolean dropRequest,
    long switchNumber,
    @Nullable Step last,
    int lastPlace) {
  public Moment {
    waiting = List.copyOf(waiting);
  }

  /**
   * A thread that waits for the lock.
   *
   * @param thread its place in {@link Timeline#threads()}
   * @param sinceNanos when it asked
   */
  public record Waiting(int thread, long sinceNanos) {}
}
