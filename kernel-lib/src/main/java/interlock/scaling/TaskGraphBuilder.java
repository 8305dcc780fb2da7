package interlock.scaling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A {@link TaskGraph} in the making. {@link #after} and {@link #using} speak of the task that was
 * added last. Tasks may be added in any order. For one thread.
 */
public final class TaskGraphBuilder {
  private final String name;
  private final List<TaskNode> tasks = new ArrayList<>();

  TaskGraphBuilder(String name) {
    this.name = name;
  }

  /**
   * Adds a task that takes a pair of hands.
   *
   * @throws IllegalArgumentException if the name is blank or the duration is not above 0
   */
  public TaskGraphBuilder handsOn(String task, Duration duration) {
    return add(new TaskNode(task, TaskNode.Kind.HANDS_ON, duration, List.of(), List.of()));
  }

  /**
   * Adds a task that goes on by itself.
   *
   * @throws IllegalArgumentException if the name is blank or the duration is not above 0
   */
  public TaskGraphBuilder waiting(String task, Duration duration) {
    return add(new TaskNode(task, TaskNode.Kind.WAITING, duration, List.of(), List.of()));
  }

  /**
   * Says what the last task needs done before.
   *
   * @throws IllegalStateException if there is no task yet
   */
  public TaskGraphBuilder after(String... needs) {
    TaskNode last = removeLast();
    return add(
        new TaskNode(
            last.name(), last.kind(), last.duration(), joined(last.needs(), needs), last.uses()));
  }

  /**
   * Says which appliances the last task occupies.
   *
   * @throws IllegalStateException if there is no task yet
   */
  public TaskGraphBuilder using(String... appliances) {
    TaskNode last = removeLast();
    return add(
        new TaskNode(
            last.name(),
            last.kind(),
            last.duration(),
            last.needs(),
            joined(last.uses(), appliances)));
  }

  /**
   * Returns the graph.
   *
   * @throws IllegalArgumentException as {@link TaskGraph}
   */
  public TaskGraph build() {
    return new TaskGraph(name, tasks);
  }

  private static List<String> joined(List<String> before, String... more) {
    return Stream.concat(before.stream(), Stream.of(more)).distinct().toList();
  }

  private TaskGraphBuilder add(TaskNode task) {
    tasks.add(task);
    return this;
  }

  private TaskNode removeLast() {
    if (tasks.isEmpty()) {
      throw new IllegalStateException("Add a task before you say what it needs or uses");
    }
    return tasks.removeLast();
  }
}
