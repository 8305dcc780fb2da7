package interlock.scaling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * A model of a job: named tasks with durations, and which of them need which others done before.
 *
 * <pre>{@code
 * TaskGraph toast = TaskGraph.named("Toast")
 *     .handsOn("Cut bread", Duration.ofMinutes(1))
 *     .waiting("Toast it", Duration.ofMinutes(3)).after("Cut bread").using("toaster")
 *     .handsOn("Butter it", Duration.ofMinutes(1)).after("Toast it")
 *     .build();
 * }</pre>
 *
 * <p>Assumptions: a duration is known and the same for everyone; a task once started goes on to its
 * end; fetching a tool, talking and changing over cost nothing; there is one of each appliance.
 * Time is virtual: nothing is run. Immutable.
 *
 * @param name what the job makes
 * @param tasks the tasks; their order is the order in which a cook would turn to them
 */
public record TaskGraph(String name, List<TaskNode> tasks) {
  /**
   * Copies the tasks.
   *
   * @throws IllegalArgumentException if there is no task, two have one name, one needs a task that
   *     is not there, or tasks need each other in a circle; the message names them
   */
  public TaskGraph {
    tasks = List.copyOf(tasks);
    if (tasks.isEmpty()) {
      throw new IllegalArgumentException("'%s' has no task: add one".formatted(name));
    }
    GraphCheck.check(name, tasks);
  }

  /** Starts a graph. */
  public static TaskGraphBuilder named(String name) {
    return new TaskGraphBuilder(name);
  }

  /**
   * Returns the nine tasks that R. L. Graham shows, "Bounds on multiprocessing timing anomalies",
   * SIAM Journal on Applied Mathematics 17(2), 1969: on three workers they take 12 units of time,
   * on four 15. A unit is a minute here.
   */
  public static TaskGraph graham() {
    return named("Graham's tasks")
        .handsOn("T1", Duration.ofMinutes(3))
        .handsOn("T2", Duration.ofMinutes(2))
        .handsOn("T3", Duration.ofMinutes(2))
        .handsOn("T4", Duration.ofMinutes(2))
        .handsOn("T5", Duration.ofMinutes(4))
        .after("T4")
        .handsOn("T6", Duration.ofMinutes(4))
        .after("T4")
        .handsOn("T7", Duration.ofMinutes(4))
        .after("T4")
        .handsOn("T8", Duration.ofMinutes(4))
        .after("T4")
        .handsOn("T9", Duration.ofMinutes(9))
        .after("T1")
        .build();
  }

  /**
   * Returns the task of that name.
   *
   * @throws IllegalArgumentException if there is none; the message lists the names
   */
  public TaskNode task(String task) {
    return tasks.stream()
        .filter(node -> node.name().equals(task))
        .findFirst()
        .orElseThrow(() -> GraphCheck.unknown(name, tasks, "You ask for", task));
  }

  /** Returns the names of the tasks, in their order. */
  public List<String> names() {
    return tasks.stream().map(TaskNode::name).toList();
  }

  /** Returns the names of the appliances, in the order in which tasks name them. */
  public List<String> appliances() {
    Set<String> appliances = new LinkedHashSet<>();
    tasks.forEach(task -> appliances.addAll(task.uses()));
    return List.copyOf(appliances);
  }

  /** Returns the sum of all durations: what one cook takes who does one thing after the other. */
  public Duration total() {
    return sum(tasks);
  }

  /** Returns the work: the sum of the durations that take a pair of hands. */
  public Duration work() {
    return sum(tasks.stream().filter(TaskNode::isHandsOn).toList());
  }

  /** Returns the span: the length of the {@link #criticalPath}, which no number of cooks beats. */
  public Duration span() {
    return sum(criticalPath());
  }

  /**
   * Returns the critical path: the longest chain of tasks that need one another. Of several equally
   * long ones it is the one whose tasks come first.
   */
  public List<TaskNode> criticalPath() {
    Map<String, Long> ends = longestChains(task -> task.duration().toNanos());
    Map<String, TaskNode> byName = new HashMap<>();
    tasks.forEach(task -> byName.put(task.name(), task));
    List<TaskNode> path = new ArrayList<>();
    TaskNode at = latest(tasks, ends);
    path.add(at);
    while (!at.needs().isEmpty()) {
      at = latest(at.needs().stream().map(byName::get).toList(), ends);
      path.addFirst(at);
    }
    return List.copyOf(path);
  }

  private static TaskNode latest(List<TaskNode> candidates, Map<String, Long> ends) {
    TaskNode latest = candidates.getFirst();
    for (TaskNode task : candidates) {
      latest = length(ends, task) > length(ends, latest) ? task : latest;
    }
    return latest;
  }

  private static long length(Map<String, Long> ends, TaskNode task) {
    return ends.getOrDefault(task.name(), 0L);
  }

  /** Returns for each task the weight of the heaviest chain that ends with it. */
  Map<String, Long> longestChains(ToLongFunction<TaskNode> weight) {
    Map<String, Long> ends = new HashMap<>();
    for (TaskNode task : GraphCheck.sorted(tasks)) {
      long before =
          task.needs().stream().mapToLong(need -> ends.getOrDefault(need, 0L)).max().orElse(0);
      ends.put(task.name(), before + weight.applyAsLong(task));
    }
    return ends;
  }

  /**
   * Returns this graph with its tasks in another order, which is the order in which cooks turn to
   * them. What a task needs still comes first, wherever it stands in the list.
   *
   * @throws IllegalArgumentException if a name is missing, unknown or there twice
   */
  public TaskGraph inOrder(List<String> names) {
    Set<String> given = new HashSet<>();
    for (String task : names) {
      if (!given.add(task(task).name())) {
        throw new IllegalArgumentException("'%s' stands twice in the order".formatted(task));
      }
    }
    for (TaskNode task : tasks) {
      if (!given.contains(task.name())) {
        throw new IllegalArgumentException("'%s' is missing from the order".formatted(task.name()));
      }
    }
    return new TaskGraph(name, names.stream().map(this::task).toList());
  }

  /**
   * Returns this graph in the order of what still hangs on a task: the start of the longest chain
   * first. Graphs in this order are what T. C. Hu scheduled, "Parallel sequencing and assembly line
   * problems", Operations Research 9(6), 1961.
   */
  public TaskGraph longestFirst() {
    Map<String, Long> left = new LinkedHashMap<>();
    for (TaskNode task : GraphCheck.sorted(tasks).reversed()) {
      long after = left.getOrDefault(task.name(), 0L) + task.duration().toNanos();
      left.put(task.name(), after);
      task.needs().forEach(need -> left.merge(need, after, Math::max));
    }
    Comparator<TaskNode> most = Comparator.comparingLong(task -> -length(left, task));
    return new TaskGraph(name, tasks.stream().sorted(most).toList());
  }

  /**
   * Returns how many steps of needs lie before each task, by name: 0 for one that needs nothing.
   */
  public Map<String, Integer> levels() {
    Map<String, Integer> levels = new LinkedHashMap<>();
    longestChains(task -> 1).forEach((task, chain) -> levels.put(task, chain.intValue() - 1));
    return levels;
  }

  static Duration sum(List<TaskNode> tasks) {
    return tasks.stream().map(TaskNode::duration).reduce(Duration.ZERO, Duration::plus);
  }
}
