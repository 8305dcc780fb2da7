package interlock.view;

import interlock.scaling.Schedule;
import interlock.scaling.TaskNode;
import interlock.scaling.TaskSpan;
import interlock.view.Lanes.Bar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A Gantt chart of a {@link Schedule}: a lane for each worker and each appliance, and one for the
 * critical path, where a gap is time lost.
 *
 * <p>Where a lane is empty, nothing happens. A flag stands at the end, and another at the time that
 * no schedule with as many workers beats.
 */
public final class Gantt {
  private final Schedule schedule;
  private final String worker;
  private final TimeUnits unit;

  private Gantt(Schedule schedule, String worker) {
    this.schedule = schedule;
    this.worker = worker;
    this.unit = TimeUnits.of(schedule.makespan());
  }

  /** Draws a schedule of workers. */
  public static Lanes of(Schedule schedule) {
    return of(schedule, "worker");
  }

  /**
   * Draws a schedule.
   *
   * @param worker what a worker is called, such as {@code "cook"}
   * @throws IllegalArgumentException if that is blank
   */
  public static Lanes of(Schedule schedule, String worker) {
    if (worker.isBlank()) {
      throw new IllegalArgumentException("A worker needs a name, such as \"cook\"");
    }
    return new Gantt(schedule, worker).lanes();
  }

  private Lanes lanes() {
    Lanes lanes =
        Lanes.of(title(), "time in " + unit + " (model)")
            .call(Ink.RUNS, "hands at work")
            .call(Ink.WAITS, "stands by")
            .call(Ink.HOLDS, "in use")
            .call(Ink.MOVES, "goes on by itself");
    for (int i = 0; i < schedule.workers(); i++) {
      lanes = lanes.lane(worker + " " + (i + 1), ofWorker(i));
    }
    for (String appliance : schedule.graph().appliances()) {
      lanes = lanes.lane(appliance, ofAppliance(appliance));
    }
    for (List<TaskSpan> apart : byThemselves()) {
      lanes = lanes.lane("by itself", apart.stream().map(this::task).toList());
    }
    lanes = lanes.lane("longest chain", longestChain());
    return flags(lanes).say(words(lanes));
  }

  private String title() {
    int workers = schedule.workers();
    return "%s, %s, %d %s%s"
        .formatted(
            schedule.graph().name(), schedule.mode(), workers, worker, workers == 1 ? "" : "s");
  }

  private List<Bar> ofWorker(int index) {
    return spans(schedule.spans().stream().filter(span -> span.worker() == index))
        .map(span -> span.task().isHandsOn() ? task(span) : bar(span, Ink.WAITS))
        .toList();
  }

  private List<Bar> ofAppliance(String appliance) {
    return spans(schedule.spans().stream().filter(span -> span.task().uses().contains(appliance)))
        .map(span -> span.task().isHandsOn() ? bar(span, Ink.HOLDS) : task(span))
        .toList();
  }

  /** Waiting tasks without an appliance: those that overlap go on lanes of their own. */
  private List<List<TaskSpan>> byThemselves() {
    List<List<TaskSpan>> lanes = new ArrayList<>();
    spans(schedule.spans().stream().filter(Gantt::isOnNoOtherLane))
        .forEach(span ->
            lanes.stream()
                .filter(lane -> lane.getLast().end().compareTo(span.start()) <= 0)
                .findFirst()
                .orElseGet(() -> {
                  lanes.add(new ArrayList<>());
                  return lanes.getLast();
                })
                .add(span));
    return lanes;
  }

  private static boolean isOnNoOtherLane(TaskSpan span) {
    return !span.hasWorker() && span.task().uses().isEmpty();
  }

  private List<Bar> longestChain() {
    Set<String> chain =
        schedule.graph().criticalPath().stream().map(TaskNode::name).collect(Collectors.toSet());
    return spans(schedule.spans().stream().filter(span -> chain.contains(span.task().name())))
        .map(this::task)
        .toList();
  }

  private static Stream<TaskSpan> spans(Stream<TaskSpan> chosen) {
    return chosen.sorted((a, b) -> a.start().compareTo(b.start()));
  }

  private Bar task(TaskSpan span) {
    return bar(span, span.task().isHandsOn() ? Ink.RUNS : Ink.MOVES);
  }

  private Bar bar(TaskSpan span, Ink ink) {
    return new Bar(unit.count(span.start()), unit.count(span.end()), ink, span.task().name());
  }

  private Lanes flags(Lanes lanes) {
    Duration least = schedule.lowerBound();
    Duration end = schedule.makespan();
    Lanes flagged = lanes.flag(unit.count(end), "done: " + unit.say(end));
    return least.compareTo(end) < 0
        ? flagged.flag(unit.count(least), "at best: " + unit.say(least))
        : flagged;
  }

  private String words(Lanes lanes) {
    List<String> lines = new ArrayList<>(List.of(lanes.title(), "Across: " + lanes.axis()));
    lanes.lanes().forEach(lane -> lines.add(lanes.describe(lane)));
    IntStream.range(0, schedule.workers()).mapToObj(this::idle).forEach(lines::add);
    lines.add(
        String.format(
            Locale.ROOT,
            "done after %s, %.2f times as fast as sequential; no schedule takes less than %s",
            unit.say(schedule.makespan()),
            schedule.speedup(),
            unit.say(schedule.lowerBound())));
    return String.join("\n", lines);
  }

  private String idle(int index) {
    return "%s %d has nothing to do for %s"
        .formatted(worker, index + 1, unit.say(schedule.idle(index)));
  }
}
