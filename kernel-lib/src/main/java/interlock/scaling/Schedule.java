package interlock.scaling;

import interlock.measure.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A model of how workers do a {@link TaskGraph}: who does which task when, in virtual time.
 *
 * <p>The rule is list scheduling: a worker who is free takes the first task of the graph's list
 * that can start, and the one with the lowest number goes first. So a schedule is always the same,
 * and it is not always the best one.
 *
 * <p>Source: R. L. Graham, "Bounds for certain multiprocessing anomalies", Bell System Technical
 * Journal 45(9), 1966, and "Bounds on multiprocessing timing anomalies", SIAM Journal on Applied
 * Mathematics 17(2), 1969. Waiting tasks and appliances are added here. What is assumed besides
 * stands at {@link TaskGraph}.
 *
 * @param graph what is done
 * @param mode how
 * @param workers how many workers there are
 * @param spans one span a task, in the order in which they start
 */
public record Schedule(TaskGraph graph, Mode mode, int workers, List<TaskSpan> spans) {
  private static final int MOST_WORKERS = 1_000;

  /** The three words. */
  public enum Mode {
    /** One worker, one task at a time: while something bakes, the worker stands by. */
    SEQUENTIAL("sequential"),
    /** One worker, who turns to another task while something goes on by itself. */
    CONCURRENT("concurrent"),
    /** Several workers, who do different tasks at the same time. */
    PARALLEL("parallel");

    private final String word;

    Mode(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /** Copies the spans. */
  public Schedule {
    spans = List.copyOf(spans);
  }

  /** Returns the schedule of one worker who does one task at a time and waits for it to end. */
  public static Schedule sequential(TaskGraph graph) {
    return new Schedule(graph, Mode.SEQUENTIAL, 1, new ListScheduler(graph, 1, true).run());
  }

  /** Returns the schedule of one worker who does something else while a task goes on by itself. */
  public static Schedule concurrent(TaskGraph graph) {
    return of(graph, Mode.CONCURRENT, 1);
  }

  /**
   * Returns the schedule of several workers; none of them stands by a task that goes on by itself.
   * With one worker it is {@link #concurrent}.
   *
   * @throws IllegalArgumentException if {@code workers} is less than 1 or more than 1000
   */
  public static Schedule parallel(TaskGraph graph, int workers) {
    if (workers < 1 || workers > MOST_WORKERS) {
      throw new IllegalArgumentException(
          "A schedule has 1 to %d workers, not %d".formatted(MOST_WORKERS, workers));
    }
    return of(graph, workers == 1 ? Mode.CONCURRENT : Mode.PARALLEL, workers);
  }

  private static Schedule of(TaskGraph graph, Mode mode, int workers) {
    return new Schedule(graph, mode, workers, new ListScheduler(graph, workers, false).run());
  }

  /** Returns when the last task ends. */
  public Duration makespan() {
    return spans.stream().map(TaskSpan::end).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
  }

  /**
   * Returns the span of the task of that name.
   *
   * @throws IllegalArgumentException if there is none; the message lists the names
   */
  public TaskSpan span(String task) {
    TaskNode node = graph.task(task);
    return spans.stream().filter(span -> span.task().equals(node)).findFirst().orElseThrow();
  }

  /** Returns how long a worker's hands are at work. */
  public Duration busy(int worker) {
    return sum(ofWorker(worker).filter(span -> span.task().isHandsOn()));
  }

  /** Returns how long a worker stands by a task that goes on by itself. */
  public Duration standingBy(int worker) {
    return sum(ofWorker(worker).filter(span -> !span.task().isHandsOn()));
  }

  /** Returns how long a worker has nothing to do before the last task ends. */
  public Duration idle(int worker) {
    return makespan().minus(busy(worker)).minus(standingBy(worker));
  }

  private Stream<TaskSpan> ofWorker(int worker) {
    if (worker < 0 || worker >= workers) {
      throw new IllegalArgumentException(
          "Workers are counted from 0 to %d, not %d".formatted(workers - 1, worker));
    }
    return spans.stream().filter(span -> span.worker() == worker);
  }

  private static Duration sum(Stream<TaskSpan> chosen) {
    return TaskGraph.sum(chosen.map(TaskSpan::task).toList());
  }

  /** Returns how many times as fast this is as the sequential schedule of the same graph. */
  public double speedup() {
    return Durations.seconds(graph.total()) / Durations.seconds(makespan());
  }

  /**
   * Returns a time that no schedule with as many workers beats: the span, the work divided by the
   * workers, or the time that one appliance is occupied, whichever is longest. A worker who stands
   * by can beat nothing but the sum of all tasks.
   */
  public Duration lowerBound() {
    if (mode == Mode.SEQUENTIAL) {
      return graph.total();
    }
    Stream<Duration> loads = graph.appliances().stream().map(this::load);
    return Stream.concat(Stream.of(graph.span(), graph.work().dividedBy(workers)), loads)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private Duration load(String appliance) {
    return TaskGraph.sum(
        graph.tasks().stream().filter(task -> task.uses().contains(appliance)).toList());
  }

  /**
   * Returns a time that list scheduling never exceeds, whatever the order of the list, or nothing
   * if two tasks share an appliance.
   *
   * <p>Follow the chain that ends last: whenever none of its tasks is under way, every worker is
   * busy. So the makespan is at most {@code work ÷ m} plus the longest chain in which a task with
   * hands on counts {@code 1 − 1 ÷ m} of its duration. Without waiting tasks that is Graham's
   * {@code work ÷ m + (1 − 1 ÷ m) span}, and at most {@code 2 − 1 ÷ m} times the best schedule.
   */
  public Optional<Duration> upperBound() {
    if (mode == Mode.SEQUENTIAL) {
      return Optional.of(graph.total());
    }
    if (isApplianceShared()) {
      return Optional.empty();
    }
    Map<String, Long> chains = graph.longestChains(this::weight);
    long chain = chains.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return Optional.of(graph.work().dividedBy(workers).plusNanos(chain));
  }

  private long weight(TaskNode task) {
    long nanos = task.duration().toNanos();
    return task.isHandsOn() ? nanos - nanos / workers : nanos;
  }

  private boolean isApplianceShared() {
    Set<String> seen = new HashSet<>();
    return graph.tasks().stream().flatMap(task -> task.uses().stream()).anyMatch(a -> !seen.add(a));
  }

  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s, %s, %d %s: %s, %.2f× as fast as sequential",
            graph.name(),
            mode,
            workers,
            workers == 1 ? "worker" : "workers",
            Durations.format(makespan()),
            speedup()));
    return Stream.concat(lines.stream(), spans.stream().map(Schedule::line))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static String line(TaskSpan span) {
    return "%s to %s: %s, %s"
        .formatted(
            Durations.format(span.start()),
            Durations.format(span.end()),
            span.task().name(),
            span.hasWorker() ? "worker " + (span.worker() + 1) : "nobody");
  }
}
