package interlock.view;

import interlock.gil.timeline.HandOver;
import interlock.gil.timeline.Timeline;
import interlock.view.GilRows.Row;
import interlock.view.Pen.Anchor;
import interlock.view.TimelineDrawing.Frame;
import java.util.List;
import java.util.Set;

/** The lanes of one run, with its hand-overs and the flags of its protocol's steps. */
final class RunLanes {
  static final int MOST_ARROWS = 40;
  private static final double COUNTS = 34;
  private static final double ROOM = Theme.WIDTH - 2 * TimelineDrawing.MARGIN;

  private final GilTimeline timeline;
  private final Timeline run;
  private final List<Row> rows;
  private final LaneSize size;
  private final List<HandOver> handOvers;

  RunLanes(GilTimeline timeline, Timeline run, List<Row> rows, LaneSize size) {
    this.timeline = timeline;
    this.run = run;
    this.rows = rows;
    this.size = size;
    this.handOvers = GilWindow.handOvers(run, timeline.window());
  }

  /** Draws from {@code top} down, and returns where the drawing ends. */
  double draw(Pen pen, Frame frame, double top) {
    double y = summary(pen, top);
    StepFlags flags = StepFlags.of(run, timeline.window(), frame);
    double lanes = y + flags.height();
    double bottom = lanes + size.pitch() * rows.size() + (hasCounts() ? COUNTS : 0);
    for (long moment : frame.axis().places()) {
      pen.line(frame.across(moment), lanes, frame.across(moment), bottom, Ink.GRID, 1);
    }
    for (int i = 0; i < rows.size(); i++) {
      lane(pen, frame, rows.get(i), lanes + i * size.pitch());
    }
    if (hasCounts()) {
      HandOverCounts counts = new HandOverCounts(handOvers, timeline.window(), size.grain());
      counts.draw(pen, frame, new Area(frame.left(), bottom - COUNTS, 0, COUNTS));
    }
    if (hasArrows()) {
      new HandOverArrows(pen, frame, this::middle, lanes, size)
          .draw(handOvers, handOver -> GilWindow.underWayFrom(run, handOver));
    }
    end(pen, frame, lanes, bottom);
    flags.draw(pen, y, thread -> lanes + middle(thread), lanes);
    now(pen, frame, lanes, bottom);
    return bottom + 4;
  }

  List<Row> rows() {
    return rows;
  }

  private double summary(Pen pen, double top) {
    double y = top;
    if (timeline.runs().size() > 1) {
      y += 22;
      String name = TypeSize.LABEL.cut(TimelineWords.name(run), ROOM);
      pen.words(TimelineDrawing.MARGIN, y, TypeSize.LABEL, Ink.TEXT, Anchor.START, name);
    }
    for (String line : summaryLines()) {
      y += 19;
      String words = TypeSize.SMALL.cut(line, ROOM);
      pen.words(TimelineDrawing.MARGIN, y, TypeSize.SMALL, Ink.SOFT, Anchor.START, words);
    }
    return y + 10;
  }

  private List<String> summaryLines() {
    List<String> parts = TimelineWords.summaryParts(timeline, run);
    String all = TimelineWords.summary(parts);
    return TypeSize.SMALL.width(all) <= ROOM ? List.of(all) : parts;
  }

  private void lane(Pen pen, Frame frame, Row row, double top) {
    String words = row.label() + ": " + TimelineWords.shares(row, timeline.window());
    pen.begin("tabindex=\"0\" role=\"img\" aria-label=\"" + Html.escape(words) + "\"");
    pen.name(words);
    double centre = top + size.pitch() / 2;
    String label = TypeSize.LABEL.cut(row.label(), frame.left() - 14 - TimelineDrawing.MARGIN);
    pen.words(frame.left() - 14, centre + 6, TypeSize.LABEL, Ink.TEXT, Anchor.END, label);
    pen.line(frame.left(), centre, frame.right(), centre, Ink.SOFT, 1);
    Area bars =
        new Area(frame.left(), centre - size.bar() / 2, frame.right() - frame.left(), size.bar());
    new LanePaths(pen, row.shares(), bars).draw();
    pen.end();
  }

  /**
   * Returns the middle of a thread's lane, below the first lane's upper edge; −1 if it has none.
   */
  private double middle(int thread) {
    int others = -1;
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).thread() == thread) {
        return (i + 0.5) * size.pitch();
      }
      others = rows.get(i).isOthers() ? i : others;
    }
    return others < 0 ? -1 : (others + 0.5) * size.pitch();
  }

  private void end(Pen pen, Frame frame, double top, double bottom) {
    long end = run.recordedNanos();
    if (end < timeline.window().toNanos() && end >= timeline.window().fromNanos()) {
      pen.line(frame.across(end), top, frame.across(end), bottom, Ink.SOFT, 1.5);
    }
  }

  private void now(Pen pen, Frame frame, double top, double bottom) {
    if (timeline.nowNanos() >= 0 && timeline.window().holds(timeline.nowNanos())) {
      double at = frame.across(timeline.nowNanos());
      pen.line(at, top - 2, at, bottom, Ink.CHANGED, 2.5);
      pen.corners(Ink.CHANGED, at - 7, top - 8, at + 7, top - 8, at, top + 2);
    }
  }

  private boolean hasCounts() {
    return !hasArrows() && !handOvers.isEmpty();
  }

  boolean hasArrows() {
    return !timeline.cores() && !handOvers.isEmpty() && handOvers.size() <= MOST_ARROWS;
  }

  boolean hasColumns() {
    return rows.stream().anyMatch(row -> row.shares().hasColumns());
  }

  void addUsed(Set<GilLayer> used) {
    for (GilLayer layer : GilLayer.values()) {
      if (rows.stream().anyMatch(row -> row.shares().total(layer) > 0)) {
        used.add(layer);
      }
    }
  }
}
