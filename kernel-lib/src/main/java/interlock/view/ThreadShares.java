package interlock.view;

import interlock.gil.timeline.Figures;
import interlock.gil.timeline.State;
import interlock.gil.timeline.ThreadFigures;
import interlock.view.Pen.Anchor;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What each thread of a simulated run did with its time, from its start to its end: a lane of
 * shares, the lock's holder first. Of many threads the last lane is the mean of all others.
 *
 * @param title what is shown
 * @param figures the run's figures
 */
public record ThreadShares(String title, Figures figures) implements Picture {
  private static final double MARGIN = TimelineDrawing.MARGIN;
  private static final double WIDEST_LABEL = 190;
  private static final double RIGHT = Theme.WIDTH - 28;

  /** The axis, as the lanes of a timeline count it: a hundred per cent are so many parts. */
  private static final long WHOLE = 1_000_000;

  /** Several threads' time by state. */
  private record Lane(String label, Map<State, Long> inState, long lifetime) {}

  private List<Lane> lanes() {
    List<ThreadFigures> threads = figures.threads();
    int alone = GilRows.alone(threads.size());
    List<Lane> lanes = new ArrayList<>();
    for (ThreadFigures thread : threads.subList(0, alone)) {
      lanes.add(new Lane(thread.name(), thread.inState(), thread.lifetimeNanos()));
    }
    if (alone < threads.size()) {
      lanes.add(together(threads.subList(alone, threads.size())));
    }
    return lanes;
  }

  private static Lane together(List<ThreadFigures> threads) {
    Map<State, Long> sum = new EnumMap<>(State.class);
    long lifetime = 0;
    for (ThreadFigures thread : threads) {
      thread.inState().forEach((state, nanos) -> sum.merge(state, nanos, Long::sum));
      lifetime += thread.lifetimeNanos();
    }
    return new Lane(threads.size() + " other threads", sum, lifetime);
  }

  @Override
  public String html() {
    List<Lane> lanes = lanes();
    double left =
        lanes.stream().mapToDouble(lane -> TypeSize.LABEL.width(lane.label())).max().orElse(0);
    left = MARGIN + Math.min(WIDEST_LABEL, left) + 14;
    LaneSize size = LaneSize.of(lanes.size());
    Pen pen = new Pen();
    double y = MARGIN + TypeSize.TITLE.pixels();
    String shown = TypeSize.TITLE.cut(title, Theme.WIDTH - 2 * MARGIN);
    pen.words(MARGIN, y, TypeSize.TITLE, Ink.TEXT, Anchor.START, shown);
    y += 16;
    Set<GilLayer> used = EnumSet.noneOf(GilLayer.class);
    for (Lane lane : lanes) {
      lane(pen, lane, new Area(left, y, RIGHT - left, size.pitch()), size, used);
      y += size.pitch();
    }
    y = axis(pen, left, y);
    y = LaneSign.legend(pen, y, used);
    return pen.svg(Theme.WIDTH, y + MARGIN, title, text(), true);
  }

  private static void lane(Pen pen, Lane lane, Area area, LaneSize size, Set<GilLayer> used) {
    String words = words(lane);
    pen.begin("tabindex=\"0\" role=\"img\" aria-label=\"" + Html.escape(words) + "\"");
    pen.name(words);
    String label = TypeSize.LABEL.cut(lane.label(), area.x() - 14 - MARGIN);
    pen.words(area.x() - 14, area.centre() + 6, TypeSize.LABEL, Ink.TEXT, Anchor.END, label);
    LaneShares shares = LaneShares.over(new TimeWindow(0, WHOLE), area.width(), size.grain());
    long at = 0;
    for (State state : State.values()) {
      long nanos = lane.inState().getOrDefault(state, 0L);
      if (nanos > 0) {
        long part = Math.max(1, Math.round((double) nanos / lane.lifetime() * WHOLE));
        shares.add(GilLayer.of(state), at, at + part, word(state));
        used.add(GilLayer.of(state));
        at += part;
      }
    }
    double top = area.centre() - size.bar() / 2;
    new LanePaths(pen, shares, new Area(area.x(), top, area.width(), size.bar())).draw();
    pen.end();
  }

  /** One ink stands for the wait for the GIL and for a lock: a word tells them apart. */
  private static String word(State state) {
    return switch (state) {
      case WAITS_FOR_GIL -> "GIL";
      case WAITS_FOR_LOCK -> "lock";
      case RUNS_WITH_GIL, RUNS_WITHOUT_GIL, HOLDS_OFF_CORE, WAITS_FOR_CORE, WAITS_FOR_IO, SLEEPS ->
          "";
    };
  }

  private static double axis(Pen pen, double left, double top) {
    pen.line(left, top, RIGHT, top, Ink.SOFT, 1.5);
    for (int percent = 0; percent <= 100; percent += 20) {
      double at = left + (RIGHT - left) * percent / 100;
      pen.line(at, top, at, top + 6, Ink.SOFT, 1.5);
      String number = Integer.toString(percent);
      pen.words(at, top + 22, TypeSize.SMALL, Ink.TEXT, Anchor.MIDDLE, number);
    }
    String axis = "share of the thread's time in %";
    double base = top + 44;
    pen.words((left + RIGHT) / 2, base, TypeSize.LABEL, Ink.TEXT, Anchor.MIDDLE, axis);
    return base + 8;
  }

  private static String words(Lane lane) {
    List<String> parts = new ArrayList<>();
    for (State state : State.values()) {
      long nanos = lane.inState().getOrDefault(state, 0L);
      if (nanos > 0) {
        double share = (double) nanos / lane.lifetime();
        parts.add(state.words() + " " + TimelineWords.percent(share));
      }
    }
    return lane.label() + ": " + (parts.isEmpty() ? "nothing" : String.join(", ", parts));
  }

  @Override
  public String text() {
    List<String> lines = new ArrayList<>(List.of(title, "Across: share of the thread's time in %"));
    lanes().forEach(lane -> lines.add(words(lane)));
    return String.join("\n", lines);
  }
}
