package interlock.gil.timeline;

/**
 * A stretch of virtual time that a thread spends in one state.
 *
 * @param state what it is doing
 * @param fromNanos its beginning
 * @param toNanos its end, after {@code fromNanos}
 * @param core the core that it runs on, from 0; −1 where it is on none
 * @param what the lock, queue or device that it waits for; empty where there is none
 */
public record Stretch(State state, long fromNanos, long toNanos, int core, String what) {
  /** Returns the length in nanoseconds. */
  public long nanos() {
    return toNanos - fromNanos;
  }
}
