package interlock.view;

import interlock.gil.timeline.Timeline;
import interlock.view.Pen.Anchor;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A {@link GilTimeline}, laid out: title, each run's lanes, the axis, and what the signs mean. */
final class TimelineDrawing {
  static final double MARGIN = 12;
  private static final double WIDEST_LABEL = 190;
  private static final double ROW = 26;
  private static final int TICK_ROOM = 90;

  private final GilTimeline timeline;
  private final Pen pen = new Pen();
  private final double left;
  private final double right = Theme.WIDTH - 28;
  private final List<RunLanes> runs = new ArrayList<>();
  private double y = MARGIN;

  TimelineDrawing(GilTimeline timeline) {
    this.timeline = timeline;
    int lanes =
        timeline.runs().stream().mapToInt(run -> GilRows.count(run, timeline.cores())).sum();
    this.left = MARGIN + labels() + 14;
    LaneSize size = LaneSize.of(lanes);
    for (Timeline run : timeline.runs()) {
      GilRows rows = new GilRows(run, timeline.window(), right - left, size.grain());
      runs.add(new RunLanes(timeline, run, rows.rows(timeline.cores()), size));
    }
  }

  /** Lanes begin right of the widest label, which is measured before there are lanes. */
  private double labels() {
    double widest = TypeSize.SMALL.width(HandOverCounts.LABEL);
    for (Timeline run : timeline.runs()) {
      for (String label : GilRows.labels(run, timeline.cores())) {
        widest = Math.max(widest, TypeSize.LABEL.width(label));
      }
    }
    return Math.min(WIDEST_LABEL, widest);
  }

  String svg() {
    title();
    ClockAxis axis = ClockAxis.of(timeline.window(), (int) ((right - left) / TICK_ROOM));
    Frame frame = new Frame(left, right, axis);
    for (RunLanes run : runs) {
      y = run.draw(pen, frame, y);
    }
    axis(frame);
    legend();
    String words = TimelineWords.of(timeline, runs.stream().map(RunLanes::rows).toList());
    return pen.svg(Theme.WIDTH, y + MARGIN, timeline.title(), words, true);
  }

  /** Where the lanes stand, and the axis under all of them. */
  record Frame(double left, double right, ClockAxis axis) {
    double across(long nanos) {
      TimeWindow window = axis.window();
      return left + (right - left) * (nanos - window.fromNanos()) / window.nanos();
    }
  }

  private void title() {
    y += TypeSize.TITLE.pixels();
    String shown = TypeSize.TITLE.cut(timeline.title(), Theme.WIDTH - 2 * MARGIN);
    pen.words(MARGIN, y, TypeSize.TITLE, Ink.TEXT, Anchor.START, shown);
    y += 10;
  }

  private void axis(Frame frame) {
    pen.line(left, y, right, y, Ink.SOFT, 1.5);
    for (long moment : frame.axis().places()) {
      double at = frame.across(moment);
      pen.line(at, y, at, y + 6, Ink.SOFT, 1.5);
      pen.words(at, y + 22, TypeSize.SMALL, Ink.TEXT, Anchor.MIDDLE, frame.axis().number(moment));
    }
    y += 44;
    String title = frame.axis().title();
    pen.words((left + right) / 2, y, TypeSize.LABEL, Ink.TEXT, Anchor.MIDDLE, title);
    y += 8;
  }

  private void legend() {
    Set<GilLayer> used = EnumSet.noneOf(GilLayer.class);
    runs.forEach(run -> run.addUsed(used));
    y = LaneSign.legend(pen, y, used);
    if (runs.stream().anyMatch(RunLanes::hasColumns)) {
      note("Columns: heights are shares of the time; what is there at all is seen.");
    }
    if (runs.stream().anyMatch(RunLanes::hasArrows)) {
      note("Arrow: the lock goes over; broken where the holder gave it up unasked.");
    }
  }

  private void note(String words) {
    y += ROW - 3;
    String shown = TypeSize.SMALL.cut(words, Theme.WIDTH - 2 * MARGIN);
    pen.words(MARGIN, y, TypeSize.SMALL, Ink.SOFT, Anchor.START, shown);
  }
}
