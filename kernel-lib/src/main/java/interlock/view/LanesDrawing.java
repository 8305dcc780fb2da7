package interlock.view;

import interlock.view.Lanes.Bar;
import interlock.view.Lanes.Flag;
import interlock.view.Lanes.Lane;
import interlock.view.Pen.Anchor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** {@link Lanes}, laid out: title, flags, lanes, axis, and what the inks mean. */
final class LanesDrawing {
  private static final double WIDTH = Theme.WIDTH;
  private static final double MARGIN = 12;
  private static final double WIDEST_LABEL = 220;
  private static final double BAR = 30;
  private static final double PITCH = 42;
  private static final double ROW = 24;
  private static final int TICK_ROOM = 80;

  private final Lanes lanes;
  private final Pen pen = new Pen();
  private final double left;
  private final double right = WIDTH - 28;
  private final Ticks ticks;
  private final List<List<Placed>> flagRows = new ArrayList<>();
  private double y = MARGIN;

  /** A flag's label between two places, beside the pole. */
  private record Placed(Flag flag, double from, double to) {}

  LanesDrawing(Lanes lanes) {
    this.lanes = lanes;
    double label =
        lanes.lanes().stream()
            .mapToDouble(lane -> TypeSize.LABEL.width(lane.label()))
            .max()
            .orElse(0);
    this.left = MARGIN + Math.min(WIDEST_LABEL, label) + 14;
    this.ticks = Ticks.over(lanes.moments(), (int) ((right - left) / TICK_ROOM));
  }

  String svg() {
    title();
    flagLabels();
    double top = y;
    double bottom = top + PITCH * lanes.lanes().size();
    grid(top, bottom);
    for (Lane lane : lanes.lanes()) {
      lane(lane);
    }
    poles(top, bottom);
    axis();
    legend();
    return pen.svg(WIDTH, y + MARGIN, lanes.title(), lanes.text(), true);
  }

  private void title() {
    y += TypeSize.TITLE.pixels();
    String shown = TypeSize.TITLE.cut(lanes.title(), WIDTH - 2 * MARGIN);
    pen.words(MARGIN, y, TypeSize.TITLE, Ink.TEXT, Anchor.START, shown);
    y += 14;
  }

  /** Each label goes into the first row where it touches no other. */
  private void flagLabels() {
    List<Flag> inOrder =
        lanes.flags().stream().sorted(Comparator.comparingDouble(Flag::at)).toList();
    for (Flag flag : inOrder) {
      Placed placed = place(flag);
      flagRows.stream()
          .filter(row -> row.getLast().to() + 8 < placed.from())
          .findFirst()
          .orElseGet(() -> {
            flagRows.add(new ArrayList<>());
            return flagRows.getLast();
          })
          .add(placed);
    }
    y += ROW * flagRows.size();
  }

  private Placed place(Flag flag) {
    double at = across(flag.at());
    double width = TypeSize.SMALL.width(TypeSize.SMALL.cut(flag.label(), right - left)) + 18;
    return at + width <= WIDTH
        ? new Placed(flag, at, at + width)
        : new Placed(flag, at - width, at);
  }

  private void grid(double top, double bottom) {
    for (double moment : ticks.places()) {
      pen.line(across(moment), top, across(moment), bottom, Ink.GRID, 1);
    }
  }

  private void lane(Lane lane) {
    pen.begin(
        "tabindex=\"0\" role=\"img\" aria-label=\"" + Html.escape(lanes.describe(lane)) + "\"");
    double centre = y + PITCH / 2;
    String label = TypeSize.LABEL.cut(lane.label(), WIDEST_LABEL);
    pen.words(left - 14, centre + 6, TypeSize.LABEL, Ink.TEXT, Anchor.END, label);
    pen.line(left, centre, right, centre, Ink.SOFT, 1);
    for (Bar bar : lane.bars()) {
      double from = across(bar.from());
      bar(pen, bar, from, across(bar.to()) - from, centre - BAR / 2, lanes.describe(bar));
    }
    pen.end();
    y += PITCH;
  }

  /** A narrow gap parts bars of one state. */
  private static void bar(Pen pen, Bar bar, double from, double width, double top, String words) {
    Area area = new Area(from, top, width > 4 ? width - 1 : Math.max(1, width), BAR);
    pen.begin("").name(words).area(area, bar.state());
    pen.wordsOn(area, bar.state(), TypeSize.SMALL, bar.label()).end();
  }

  /** Draws a lane from 0 to 100 across an area. */
  static void lane(Pen pen, Area area, List<Bar> bars) {
    pen.line(area.x(), area.centre(), area.right(), area.centre(), Ink.SOFT, 1);
    for (Bar bar : bars) {
      double from = area.x() + bar.from() * area.width() / 100;
      double width = (bar.to() - bar.from()) * area.width() / 100;
      bar(pen, bar, from, width, area.centre() - BAR / 2, bar.state().meaning());
    }
  }

  private void poles(double top, double bottom) {
    for (int i = 0; i < flagRows.size(); i++) {
      double base = top - ROW * (flagRows.size() - i) + 16;
      for (Placed placed : flagRows.get(i)) {
        flag(placed, base, bottom);
      }
    }
  }

  private void flag(Placed placed, double base, double bottom) {
    double at = across(placed.flag().at());
    String label = TypeSize.SMALL.cut(placed.flag().label(), right - left);
    pen.begin("").name(label + " at " + moment(placed.flag().at()));
    flag(pen, at, base, bottom, label, placed.from() < at);
    pen.end();
  }

  /** Draws a flag on a pole; {@code base} is the base line of its label. */
  static void flag(Pen pen, double at, double base, double bottom, String label, boolean toLeft) {
    double tip = toLeft ? -12 : 12;
    pen.line(at, base - 11, at, bottom, Ink.TEXT, 1.5, 5, 4);
    pen.corners(Ink.TEXT, at, base - 12, at + tip, base - 6.5, at, base - 1);
    Anchor anchor = toLeft ? Anchor.END : Anchor.START;
    pen.words(at + 1.3 * tip, base, TypeSize.SMALL, Ink.TEXT, anchor, label);
  }

  private void axis() {
    pen.line(left, y, right, y, Ink.SOFT, 1.5);
    for (double moment : ticks.places()) {
      pen.line(across(moment), y, across(moment), y + 6, Ink.SOFT, 1.5);
      pen.words(across(moment), y + 22, TypeSize.SMALL, Ink.TEXT, Anchor.MIDDLE, moment(moment));
    }
    y += 44;
    pen.words((left + right) / 2, y, TypeSize.LABEL, Ink.TEXT, Anchor.MIDDLE, lanes.axis());
    y += 8;
  }

  private void legend() {
    double x = MARGIN;
    List<Ink> used =
        Ink.meanings().stream()
            .filter(ink ->
                lanes.lanes().stream()
                    .flatMap(lane -> lane.bars().stream())
                    .anyMatch(bar -> bar.state() == ink))
            .toList();
    y += used.isEmpty() ? 0 : ROW + 8;
    for (Ink ink : used) {
      String name = TypeSize.LABEL.cut(lanes.name(ink), WIDTH - 2 * MARGIN - 38);
      double width = 38 + TypeSize.LABEL.width(name) + 16;
      if (x > MARGIN && x + width - 16 > WIDTH - MARGIN) {
        x = MARGIN;
        y += ROW + 4;
      }
      pen.area(new Area(x, y - 16, 30, 20), ink);
      pen.words(x + 38, y, TypeSize.LABEL, Ink.TEXT, Anchor.START, name);
      x += width;
    }
  }

  private double across(double moment) {
    return left + (right - left) * (moment - ticks.from()) / (ticks.to() - ticks.from());
  }

  private String moment(double value) {
    double[] places = ticks.places();
    return Numbers.of(places.length > 0 ? places : new double[] {value}).format(value);
  }
}
