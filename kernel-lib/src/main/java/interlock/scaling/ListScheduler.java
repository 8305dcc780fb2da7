package interlock.scaling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * List scheduling: whenever a worker is free, it takes the first task of the list that can start.
 * Of several free workers the one with the lowest number takes it, so the result is always the
 * same.
 */
final class ListScheduler {
  private final boolean standBy;
  private final List<TaskNode> todo;
  private final TaskSpan[] busy;
  private final List<TaskSpan> running = new ArrayList<>();
  private final List<TaskSpan> all = new ArrayList<>();
  private final Set<String> done = new HashSet<>();
  private final Set<String> occupied = new HashSet<>();
  private Duration now = Duration.ZERO;

  /**
   * @param standBy whether a worker also stands by while a task goes on by itself
   */
  ListScheduler(TaskGraph graph, int workers, boolean standBy) {
    this.standBy = standBy;
    this.todo = new ArrayList<>(graph.tasks());
    this.busy = new TaskSpan[workers];
  }

  /** Returns the spans in the order in which they start. */
  List<TaskSpan> run() {
    while (!todo.isEmpty()) {
      startAll();
      finishNext();
    }
    return all;
  }

  private void startAll() {
    for (TaskNode task : List.copyOf(todo)) {
      if (canStart(task)) {
        start(task);
      }
    }
  }

  private boolean canStart(TaskNode task) {
    return done.containsAll(task.needs())
        && task.uses().stream().noneMatch(occupied::contains)
        && (!takesWorker(task) || freeWorker() != TaskSpan.NOBODY);
  }

  private boolean takesWorker(TaskNode task) {
    return standBy || task.isHandsOn();
  }

  private int freeWorker() {
    return Arrays.asList(busy).indexOf(null);
  }

  private void start(TaskNode task) {
    int worker = takesWorker(task) ? freeWorker() : TaskSpan.NOBODY;
    TaskSpan span = new TaskSpan(task, worker, now, now.plus(task.duration()));
    if (span.hasWorker()) {
      busy[worker] = span;
    }
    todo.remove(task);
    occupied.addAll(task.uses());
    running.add(span);
    all.add(span);
  }

  /** Goes on to the moment at which the next task ends; others may end with it. */
  private void finishNext() {
    now = running.stream().map(TaskSpan::end).min(Duration::compareTo).orElse(now);
    for (TaskSpan span : List.copyOf(running)) {
      if (span.end().equals(now)) {
        finish(span);
      }
    }
  }

  private void finish(TaskSpan span) {
    running.remove(span);
    done.add(span.task().name());
    occupied.removeAll(span.task().uses());
    if (span.hasWorker()) {
      busy[span.worker()] = null;
    }
  }
}
