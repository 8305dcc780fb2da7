package interlock.view;

import interlock.view.Pen.Anchor;
import java.util.List;

/** How the parts of a {@link Diagram} are drawn. */
final class PartDrawing {
  private static final double EDGE = 2;
  private static final double OWNING = 5;
  private static final double BORROWING = 1.5;
  private static final double HEAD = 15;
  private static final double LOOP = 34;

  private PartDrawing() {}

  static void draw(Pen pen, Part.Placed part) {
    switch (part) {
      case Box box -> box(pen, box);
      case Column column -> column(pen, column);
      case Strip strip -> strip(pen, strip);
      case Cells cells -> cells(pen, cells);
    }
  }

  private static void box(Pen pen, Box box) {
    Area area = box.area();
    Area body = new Area(area.x(), area.y(), box.textWidth(), area.height());
    Ink ink = box.state().orElse(Ink.PAGE);
    box.state()
        .ifPresentOrElse(state -> pen.area(area, state), () -> pen.frame(area, Ink.TEXT, EDGE));
    List<String> lines = box.lines();
    double top = body.centre() - Box.LINE * lines.size() / 2;
    for (int i = 0; i < lines.size(); i++) {
      Area line = new Area(body.x(), top + i * Box.LINE, body.width(), Box.LINE);
      pen.wordsOn(line, ink, TypeSize.LABEL, lines.get(i));
    }
    if (box.count().isPresent()) {
      counter(pen, box, new Area(body.right(), area.y(), box.counterWidth(), area.height()));
    }
  }

  private static void counter(Pen pen, Box box, Area area) {
    pen.frame(
        new Area(area.x() - EDGE, area.y(), area.width() + EDGE, area.height()), Ink.TEXT, EDGE);
    pen.words(
        area.middle() - EDGE / 2,
        area.centre() + 6,
        TypeSize.LABEL,
        Ink.TEXT,
        Anchor.MIDDLE,
        Integer.toString(box.count().orElse(0)));
  }

  /** A stack is open at the top, where it grows. */
  private static void column(Pen pen, Column column) {
    Area area = column.area();
    double y = area.bottom();
    for (String item : column.items()) {
      y -= Column.ROW;
      cell(pen, new Area(area.x(), y, area.width(), Column.ROW), item, "f-page");
    }
    for (double side : new double[] {area.x(), area.right()}) {
      pen.line(side, area.y() - 10, side, area.bottom() + 1, Ink.TEXT, EDGE);
    }
    pen.line(area.x() - 8, area.bottom(), area.right() + 8, area.bottom(), Ink.TEXT, 2 * EDGE);
  }

  private static void strip(Pen pen, Strip strip) {
    List<Area> cells = strip.cells();
    for (int i = 0; i < cells.size(); i++) {
      boolean done = i < strip.next();
      cell(pen, cells.get(i), strip.items().get(i), done ? "f-grid" : "f-page");
    }
    double x =
        strip.next() < cells.size() ? cells.get(strip.next()).middle() : strip.area().right();
    pen.corners(Ink.TEXT, x - 7, strip.y(), x + 7, strip.y(), x, strip.y() + Strip.MARK - 2);
  }

  private static void cells(Pen pen, Cells cells) {
    double width = cells.cell();
    for (int row = 0; row < cells.rows().size(); row++) {
      for (int i = 0; i < cells.rows().get(row).size(); i++) {
        Area area = new Area(cells.x() + i * width, cells.y() + row * Cells.ROW, width, Cells.ROW);
        cell(pen, area, cells.rows().get(row).get(i), "f-page");
      }
    }
  }

  /** Neighbours share an edge. */
  private static void cell(Pen pen, Area area, String text, String fill) {
    pen.edged(area.within(-EDGE / 4), fill, "s-soft", EDGE / 2, "");
    pen.words(area.middle(), area.centre() + 6, TypeSize.LABEL, Ink.TEXT, Anchor.MIDDLE, text);
  }

  static void arrow(Pen pen, Arrow arrow, Area from, Area to) {
    if (arrow.from().equals(arrow.to())) {
      loop(pen, arrow, from);
      return;
    }
    double angle = Math.atan2(to.centre() - from.centre(), to.middle() - from.middle());
    double[] start = border(from, angle, 0);
    double[] tip = border(to, angle + Math.PI, 2);
    double back = arrow.owns() ? HEAD - 2 : 1;
    pen.line(
        start[0],
        start[1],
        tip[0] - back * Math.cos(angle),
        tip[1] - back * Math.sin(angle),
        Ink.TEXT,
        arrow.owns() ? OWNING : BORROWING);
    head(pen, arrow, tip, angle);
  }

  /** Returns the area that an arrow may cover beyond the parts that it joins. */
  static Area reach(Arrow arrow, Area from) {
    return arrow.from().equals(arrow.to())
        ? new Area(from.x(), from.y() - LOOP - 3, from.width() + LOOP + 3, from.height())
        : from;
  }

  /** An arrow to its own start leaves at the right and comes back from above. */
  private static void loop(Pen pen, Arrow arrow, Area area) {
    double x = area.right() - Math.min(20, area.width() / 4);
    double out = area.right() + LOOP;
    double above = area.y() - LOOP;
    String path =
        "M%s %sH%sV%sH%sV%s"
            .formatted(
                Pen.number(area.right()),
                Pen.number(area.centre()),
                Pen.number(out),
                Pen.number(above),
                Pen.number(x),
                Pen.number(area.y() - (arrow.owns() ? HEAD : 3)));
    pen.path(path, "s-text", arrow.owns() ? OWNING : BORROWING, " stroke-linejoin=\"round\"");
    head(pen, arrow, new double[] {x, area.y() - 2}, Math.PI / 2);
  }

  private static void head(Pen pen, Arrow arrow, double[] tip, double angle) {
    double[] left = turned(tip, angle + Math.PI - 0.5, HEAD);
    double[] right = turned(tip, angle + Math.PI + 0.5, HEAD);
    if (arrow.owns()) {
      pen.corners(Ink.TEXT, tip[0], tip[1], left[0], left[1], right[0], right[1]);
    } else {
      pen.line(tip[0], tip[1], left[0], left[1], Ink.TEXT, BORROWING);
      pen.line(tip[0], tip[1], right[0], right[1], Ink.TEXT, BORROWING);
    }
  }

  private static double[] turned(double[] from, double angle, double length) {
    return new double[] {from[0] + length * Math.cos(angle), from[1] + length * Math.sin(angle)};
  }

  /** The place where a ray from the middle of an area leaves it, and goes on for {@code gap}. */
  private static double[] border(Area area, double angle, double gap) {
    double across =
        Math.abs(Math.cos(angle)) < 1e-9
            ? Double.MAX_VALUE
            : area.width() / 2 / Math.abs(Math.cos(angle));
    double down =
        Math.abs(Math.sin(angle)) < 1e-9
            ? Double.MAX_VALUE
            : area.height() / 2 / Math.abs(Math.sin(angle));
    return turned(new double[] {area.middle(), area.centre()}, angle, Math.min(across, down) + gap);
  }
}
