package interlock.view;

import interlock.scaling.TaskGraph;
import interlock.scaling.TaskNode;
import interlock.view.Pen.Anchor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A {@link TaskGraph} drawn: a box for each task, an arrow from what must be done before. Tasks on
 * the critical path stand in a thick frame.
 */
public final class TaskDrawing implements Picture {
  private static final double BOX_HEIGHT = 52;
  private static final double ROW = 74;
  private static final double COLUMN = 158;
  private static final double GAP = 34;
  private static final double MARGIN = 12;
  private static final double TOP = 50;

  private final TaskGraph graph;
  private final TimeUnits unit;
  private final Map<String, Integer> columns;
  private final Map<String, Integer> rows = new HashMap<>();
  private final Set<String> critical;
  private final int depth;

  private TaskDrawing(TaskGraph graph) {
    this.graph = graph;
    this.unit = TimeUnits.of(graph.span());
    this.columns = graph.levels();
    this.critical = graph.criticalPath().stream().map(TaskNode::name).collect(Collectors.toSet());
    this.depth = 1 + columns.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    place();
  }

  /** Draws a graph. */
  public static TaskDrawing of(TaskGraph graph) {
    return new TaskDrawing(graph);
  }

  private int column(TaskNode task) {
    return columns.getOrDefault(task.name(), 0);
  }

  private int row(TaskNode task) {
    return rows.getOrDefault(task.name(), 0);
  }

  /**
   * Column by column, each task goes into the free row nearest below that of what it needs first.
   * An arrow that passes a column keeps its row free there.
   */
  private void place() {
    List<Set<Integer>> taken = new ArrayList<>();
    for (int column = 0; column < depth; column++) {
      taken.add(new HashSet<>());
    }
    Comparator<TaskNode> chainFirst =
        Comparator.<TaskNode>comparingInt(this::column)
            .thenComparing(task -> !critical.contains(task.name()));
    for (TaskNode task : graph.tasks().stream().sorted(chainFirst).toList()) {
      int row = task.needs().stream().mapToInt(need -> row(graph.task(need))).min().orElse(0);
      while (taken.get(column(task)).contains(row)) {
        row++;
      }
      rows.put(task.name(), row);
      for (int column = column(task); column < lastPassed(task); column++) {
        taken.get(column).add(row);
      }
    }
  }

  /** The column before which the longest arrow from this task ends. */
  private int lastPassed(TaskNode task) {
    return graph.tasks().stream()
        .filter(other -> other.needs().contains(task.name()))
        .mapToInt(this::column)
        .max()
        .orElse(column(task) + 1);
  }

  private double width() {
    return Math.max(Theme.WIDTH, 2 * MARGIN + depth * COLUMN - GAP);
  }

  private double pitch() {
    return (width() - 2 * MARGIN + GAP) / depth;
  }

  private Area box(TaskNode task) {
    double wide = Math.min(pitch() - GAP, 180);
    return new Area(MARGIN + column(task) * pitch(), TOP + row(task) * ROW, wide, BOX_HEIGHT);
  }

  @Override
  public String html() {
    Pen pen = new Pen();
    double titleBase = MARGIN + TypeSize.TITLE.pixels();
    String title = TypeSize.TITLE.cut(title(), width() - 2 * MARGIN);
    pen.words(MARGIN, titleBase, TypeSize.TITLE, Ink.TEXT, Anchor.START, title);
    graph.tasks().forEach(task -> arrows(pen, task));
    graph.tasks().forEach(task -> box(pen, task));
    int lowest = graph.tasks().stream().mapToInt(this::row).max().orElse(0);
    double bottom = legend(pen, TOP + lowest * ROW + BOX_HEIGHT + 32);
    return pen.svg(width(), bottom + MARGIN, title(), text(), true);
  }

  private String title() {
    return graph.name() + ": what needs what";
  }

  private void arrows(Pen pen, TaskNode task) {
    Area to = box(task);
    for (String need : task.needs()) {
      Area from = box(graph.task(need));
      double turn = to.x() - GAP / 2;
      String path =
          "M%s %sH%sV%sH%s"
              .formatted(
                  Pen.number(from.right()),
                  Pen.number(from.centre()),
                  Pen.number(turn),
                  Pen.number(to.centre()),
                  Pen.number(to.x() - 8));
      pen.path(path, "s-soft", 1.5, "");
      pen.corners(
          Ink.SOFT,
          to.x(),
          to.centre(),
          to.x() - 10,
          to.centre() - 6,
          to.x() - 10,
          to.centre() + 6);
    }
  }

  private void box(Pen pen, TaskNode task) {
    Area box = box(task);
    Ink ink = ink(task);
    pen.begin("tabindex=\"0\" role=\"img\" aria-label=\"" + Html.escape(describe(task)) + "\"");
    pen.name(describe(task));
    boolean isCritical = critical.contains(task.name());
    if (isCritical) {
      pen.frame(box.within(-4), Ink.TEXT, 3);
    }
    pen.area(box, ink);
    Area half = new Area(box.x(), box.y() + 3, box.width(), (box.height() - 6) / 2);
    Area other = new Area(box.x(), half.bottom(), box.width(), half.height());
    pen.wordsOn(half, ink, TypeSize.SMALL, task.name());
    pen.wordsOn(other, ink, TypeSize.SMALL, unit.say(task.duration()));
    pen.end();
  }

  private static Ink ink(TaskNode task) {
    return task.isHandsOn() ? Ink.RUNS : Ink.MOVES;
  }

  private double legend(Pen pen, double base) {
    double x = MARGIN;
    for (TaskNode.Kind kind : TaskNode.Kind.values()) {
      boolean isHandsOn = kind == TaskNode.Kind.HANDS_ON;
      String words = isHandsOn ? "takes a pair of hands" : "goes on by itself";
      pen.area(new Area(x, base - 16, 30, 20), isHandsOn ? Ink.RUNS : Ink.MOVES);
      pen.words(x + 38, base, TypeSize.LABEL, Ink.TEXT, Anchor.START, words);
      x += 38 + TypeSize.LABEL.width(words) + 24;
    }
    pen.frame(new Area(x, base - 16, 30, 20), Ink.TEXT, 3);
    String chain = "longest chain: " + unit.say(graph.span());
    pen.words(x + 38, base, TypeSize.LABEL, Ink.TEXT, Anchor.START, chain);
    return base;
  }

  private String describe(TaskNode task) {
    String needs = task.needs().isEmpty() ? "" : ", needs " + String.join(" and ", task.needs());
    String uses = task.uses().isEmpty() ? "" : ", uses " + String.join(" and ", task.uses());
    return task.name() + ": " + task.kind() + ", " + unit.say(task.duration()) + uses + needs;
  }

  @Override
  public String text() {
    List<String> lines = new ArrayList<>(List.of(title()));
    graph.tasks().forEach(task -> lines.add(describe(task)));
    lines.add(
        "longest chain, %s: %s"
            .formatted(
                unit.say(graph.span()),
                graph.criticalPath().stream()
                    .map(TaskNode::name)
                    .collect(Collectors.joining(", then "))));
    return String.join("\n", lines);
  }
}
