package interlock.gil.timeline;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a run was for one thread. All times are nanoseconds of virtual time.
 *
 * @param name the thread's name
 * @param startNanos when it began
 * @param endNanos when it ended, or the run did
 * @param inState how long it was in each state; together its lifetime
 * @param gilHeldNanos how long it held the interpreter lock
 * @param gilWaitedNanos how long passed between asking for the lock and having it, in all
 * @param givenUp how often it gave the lock up, by cause
 */
public record ThreadFigures(
    String name,
    long startNanos,
    long endNanos,
    Map<State, Long> inState,
    long gilHeldNanos,
    long gilWaitedNanos,
    Map<Cause, Long> givenUp) {
  public ThreadFigures {
    inState = copy(State.class, inState);
    givenUp = copy(Cause.class, givenUp);
  }

  /** A copy in the order of the constants, which {@code Map.copyOf} would not keep. */
  static <K extends Enum<K>> Map<K, Long> copy(Class<K> keys, Map<K, Long> from) {
    Map<K, Long> copy = new EnumMap<>(keys);
    copy.putAll(from);
    return Collections.unmodifiableMap(copy);
  }

  /** Returns the time from its start to its end. */
  public long lifetimeNanos() {
    return endNanos - startNanos;
  }

  /** Returns how long it was in a state. */
  public long in(State state) {
    return inState.getOrDefault(state, 0L);
  }
}
