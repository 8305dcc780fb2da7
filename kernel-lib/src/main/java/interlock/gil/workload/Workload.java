package interlock.gil.workload;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Threads, and what each of them does: a program in outline.
 *
 * <pre>{@code
 * Workload.of("one counts, one reads",
 *     thread("counter", compute(millis(50))),
 *     thread("reader", repeat(10, io(millis(1)), compute(micros(100)))))
 * }</pre>
 *
 * @param name what it is
 * @param threads the threads that are there from the start
 */
public record Workload(String name, List<ThreadPlan> threads) {
  /** The most threads that are there from the start. */
  public static final int MOST_THREADS = 100_000;

  /**
   * Checks the threads.
   *
   * @throws IllegalArgumentException if there is none, or two of one name
   */
  public Workload {
    threads = List.copyOf(threads);
    Names.check("workload", name);
    if (threads.isEmpty() || threads.size() > MOST_THREADS) {
      throw new IllegalArgumentException(
          "Workload '%s' needs 1 to %,d threads, but has %,d"
              .formatted(name, MOST_THREADS, threads.size()));
    }
    Set<String> seen = new HashSet<>();
    for (ThreadPlan thread : threads) {
      if (!seen.add(thread.name())) {
        throw new IllegalArgumentException(
            "Workload '%s' has two threads called '%s'".formatted(name, thread.name()));
      }
    }
  }

  /** Returns a workload of these threads. */
  public static Workload of(String name, ThreadPlan... threads) {
    return new Workload(name, List.of(threads));
  }

  /** Returns the same workload with more threads. */
  public Workload and(ThreadPlan... more) {
    List<ThreadPlan> all = new ArrayList<>(threads);
    all.addAll(List.of(more));
    return new Workload(name, all);
  }

  /**
   * Returns the same workload with each thread in a process of its own. Locks, queues, conditions
   * and counts stay common, as those of {@code multiprocessing} are.
   */
  public Workload asProcesses() {
    return new Workload(
        name + ", as processes", threads.stream().map(thread -> thread.in(thread.name())).toList());
  }

  /** Returns the same workload with each thread in an interpreter of its own. */
  public Workload asInterpreters() {
    return new Workload(
        name + ", as interpreters",
        threads.stream().map(thread -> thread.inInterpreter(thread.name())).toList());
  }
}
