package interlock.scaling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;

/** What makes a list of tasks a graph that can be done. */
final class GraphCheck {
  private GraphCheck() {}

  /** Refuses names that are there twice, needs that are not there, and circles. */
  static void check(String graph, List<TaskNode> tasks) {
    Map<String, TaskNode> byName = new LinkedHashMap<>();
    for (TaskNode task : tasks) {
      if (byName.putIfAbsent(task.name(), task) != null) {
        throw new IllegalArgumentException(
            "Two tasks of '%s' are called '%s': rename one".formatted(graph, task.name()));
      }
    }
    for (TaskNode task : tasks) {
      for (String need : task.needs()) {
        if (!byName.containsKey(need)) {
          throw unknown(graph, tasks, "'%s' needs".formatted(task.name()), need);
        }
      }
    }
    Set<String> done = sorted(tasks).stream().map(TaskNode::name).collect(Collectors.toSet());
    for (TaskNode task : tasks) {
      if (!done.contains(task.name())) {
        throw new IllegalArgumentException(circle(task, byName, done));
      }
    }
  }

  static IllegalArgumentException unknown(
      String graph, List<TaskNode> tasks, String subject, String task) {
    return new IllegalArgumentException(
        "%s '%s', which is no task of '%s': its tasks are %s"
            .formatted(subject, task, graph, tasks.stream().map(TaskNode::name).toList()));
  }

  /**
   * Returns the tasks so that each comes after what it needs, and otherwise in their order. Tasks
   * of a circle, and those that need them, are left out (A. B. Kahn, "Topological sorting of large
   * networks", Communications of the ACM 5(11), 1962).
   */
  static List<TaskNode> sorted(List<TaskNode> tasks) {
    Map<String, List<Integer>> neededBy = new HashMap<>();
    int[] missing = new int[tasks.size()];
    PriorityQueue<Integer> ready = new PriorityQueue<>();
    for (int i = 0; i < missing.length; i++) {
      Set<String> needs = Set.copyOf(tasks.get(i).needs());
      missing[i] = needs.size();
      for (String need : needs) {
        neededBy.computeIfAbsent(need, name -> new ArrayList<>()).add(i);
      }
      if (needs.isEmpty()) {
        ready.add(i);
      }
    }
    List<TaskNode> sorted = new ArrayList<>();
    while (!ready.isEmpty()) {
      TaskNode next = tasks.get(ready.remove());
      sorted.add(next);
      for (int follower : neededBy.getOrDefault(next.name(), List.of())) {
        missing[follower]--;
        if (missing[follower] == 0) {
          ready.add(follower);
        }
      }
    }
    return sorted;
  }

  /** Whoever cannot be done needs another that cannot, so this walk comes back to itself. */
  private static String circle(TaskNode start, Map<String, TaskNode> byName, Set<String> done) {
    LinkedHashSet<String> walk = new LinkedHashSet<>();
    String at = start.name();
    while (walk.add(at)) {
      at =
          byName.getOrDefault(at, start).needs().stream()
              .filter(need -> !done.contains(need))
              .findFirst()
              .orElse(at);
    }
    List<String> whole = new ArrayList<>(walk);
    List<String> circle = new ArrayList<>(whole.subList(whole.indexOf(at), whole.size()));
    circle.add(at);
    return "These tasks wait for each other for ever: %s: take one of these needs away"
        .formatted(
            circle.stream().map(name -> "'" + name + "'").collect(Collectors.joining(" needs ")));
  }
}
