package interlock.gil.timeline;

import java.util.List;

/**
 * What a simulated run did, moment by moment, in nanoseconds of virtual time.
 *
 * <p>It never changes. Every thread is in exactly one {@link State} from its start to its end;
 * every interpreter lock has its protocol's steps.
 *
 * @param title what ran, and on what
 * @param threads the threads, in the order in which they were started
 * @param locks the interpreter locks; an interpreter without one has its stops of all threads there
 * @param handOvers every time that a lock went to another thread, in order of time
 * @param figures the sums
 * @param recordedNanos up to where the stretches and steps are known: the end of the run, unless
 *     the run was too long to keep all of it
 */
public record Timeline(
    String title,
    List<ThreadTrack> threads,
    List<LockTrack> locks,
    List<HandOver> handOvers,
    Figures figures,
    long recordedNanos) {
  public Timeline {
    threads = List.copyOf(threads);
    locks = List.copyOf(locks);
  }

  /** Returns the virtual time at which the run ended, in nanoseconds. */
  public long endNanos() {
    return figures.makespanNanos();
  }

  /**
   * Returns who holds a lock, who wants it and whether its flag is up, at a moment.
   *
   * @throws IndexOutOfBoundsException if there is no such lock
   */
  public Moment at(int lock, long nanos) {
    return Moments.at(locks.get(lock), nanos);
  }

  /**
   * Returns a lock after a number of its protocol's steps; the way to go from step to step.
   *
   * @throws IndexOutOfBoundsException if there is no such lock, or it has fewer steps
   */
  public Moment afterSteps(int lock, int steps) {
    LockTrack track = locks.get(lock);
    return Moments.after(track, steps, steps == 0 ? 0 : track.steps().get(steps - 1).atNanos());
  }

  @Override
  public String toString() {
    return "%s: %d threads, %s".formatted(title, threads.size(), figures);
  }
}
