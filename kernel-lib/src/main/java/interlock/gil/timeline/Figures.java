package interlock.gil.timeline;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SequencedMap;

/**
 * The figures of a simulated run.
 *
 * @param policy the lock policy's name
 * @param makespanNanos the virtual time from the start to the end of the last thread
 * @param threads each thread's figures, in the order in which they were started
 * @param coreBusyNanos how long each core ran a thread
 * @param handOvers how often an interpreter lock went to another thread, by cause
 * @param latencies the distribution of each span that the workload marked
 * @param counts the shared counts at the end
 * @param events how many events the run had
 * @param ending how it ended
 */
public record Figures(
    String policy,
    long makespanNanos,
    List<ThreadFigures> threads,
    List<Long> coreBusyNanos,
    Map<Cause, Long> handOvers,
    SequencedMap<String, Distribution> latencies,
    SequencedMap<String, Count> counts,
    long events,
    Ending ending) {
  public Figures {
    threads = List.copyOf(threads);
    coreBusyNanos = List.copyOf(coreBusyNanos);
    handOvers = ThreadFigures.copy(Cause.class, handOvers);
    latencies = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(latencies));
    counts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(counts));
  }

  /**
   * Returns how many times as fast this run was as another.
   *
   * @throws IllegalArgumentException if this run took no time
   */
  public double speedupOver(Figures other) {
    if (makespanNanos == 0) {
      throw new IllegalArgumentException("A run that took no time has no speedup");
    }
    return (double) other.makespanNanos / makespanNanos;
  }

  /** Returns the share of the run in which a core ran a thread, from 0 to 1. */
  public double utilization(int core) {
    return makespanNanos == 0 ? 0 : (double) coreBusyNanos.get(core) / makespanNanos;
  }

  /**
   * Returns the latencies of a marked span.
   *
   * @throws NoSuchElementException if the workload marks no such span
   */
  public Distribution latency(String span) {
    Distribution found = latencies.get(span);
    if (found == null) {
      throw new NoSuchElementException(
          "No span '%s' was marked: there is %s".formatted(span, latencies.keySet()));
    }
    return found;
  }

  /**
   * Returns a shared count.
   *
   * @throws NoSuchElementException if the workload has none of that name
   */
  public Count count(String name) {
    Count found = counts.get(name);
    if (found == null) {
      throw new NoSuchElementException(
          "Nothing called '%s' was counted: there is %s".formatted(name, counts.keySet()));
    }
    return found;
  }

  /**
   * Returns the figures of a thread.
   *
   * @throws NoSuchElementException if there is no thread of that name
   */
  public ThreadFigures thread(String name) {
    return threads.stream()
        .filter(thread -> thread.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("No thread is called '%s'".formatted(name)));
  }

  /** Returns how often an interpreter lock went to another thread. */
  public long handOverCount() {
    return handOvers.values().stream().mapToLong(Long::longValue).sum();
  }

  @Override
  public String toString() {
    return "%s: %,.3f ms, %,d hand-overs, %s"
        .formatted(policy, makespanNanos / 1e6, handOverCount(), ending);
  }
}
