package interlock.view;

import interlock.view.LaneShares.Bar;
import java.util.EnumMap;
import java.util.Map;

/**
 * Draws the bars of a lane, each ink as one path: a lane may have hundreds. A bar has the sign of
 * its ink; one too narrow for a sign is filled. Columns of shares are drawn by {@link ShareSteps}.
 */
final class LanePaths {
  private static final double NARROW = 6;
  private static final double FRAMED = 12;
  private static final double LEAST_WORD = 18;
  private static final double CUT_WORD = 76;
  private static final double HATCH = 8;
  private static final double DOTS = 7;
  static final double LEVEL = 5;

  private final Pen pen;
  private final LaneShares lane;
  private final Area area;
  private final Map<GilLayer, StringBuilder> fills = new EnumMap<>(GilLayer.class);
  private final Map<GilLayer, StringBuilder> edges = new EnumMap<>(GilLayer.class);
  private final Map<GilLayer, StringBuilder> signs = new EnumMap<>(GilLayer.class);

  /**
   * @param area where the lane's bars stand
   */
  LanePaths(Pen pen, LaneShares lane, Area area) {
    this.pen = pen;
    this.lane = lane;
    this.area = area;
  }

  void draw() {
    new ShareSteps(pen, lane, area).draw();
    lane.bars().forEach(this::bar);
    fills.forEach((layer, path) -> pen.fill(path, "f-" + name(layer)));
    edges.forEach((layer, path) -> pen.path(path.toString(), "f-page s-" + name(layer), 1.5, ""));
    signs.forEach(this::sign);
    lane.bars().forEach(this::label);
  }

  private void sign(GilLayer layer, StringBuilder path) {
    switch (layer) {
      case WAITS -> pen.path(path.toString(), "s-waits", 1.5, "");
      case IO ->
          pen.path(
              path.toString(),
              "s-moves",
              2.4,
              " stroke-linecap=\"round\" stroke-dasharray=\"0 7\"");
      case HOLDS, HOLDS_OFF_CORE, RUNS, READY, ASLEEP ->
          pen.path(path.toString(), "s-page", 1.5, "");
    }
  }

  private Area place(Bar bar) {
    return place(area, lane.across(bar.from()), lane.across(bar.to()) - lane.across(bar.from()));
  }

  /** A narrow gap parts bars of one state. */
  static Area place(Area lane, double from, double width) {
    return new Area(
        lane.x() + from, lane.y(), width > 5 ? width - 1 : Math.max(1, width), lane.height());
  }

  private void bar(Bar bar) {
    GilLayer layer = bar.layer();
    Area place = place(bar);
    if (layer.isLevel()) {
      rectangle(of(fills, layer), place);
      levels(of(signs, layer), place);
    } else if (place.width() < NARROW || layer == GilLayer.RUNS) {
      rectangle(of(fills, layer), place);
    } else if (layer == GilLayer.HOLDS) {
      rectangle(of(fills, layer), place);
      if (place.width() >= FRAMED) {
        rectangle(of(signs, layer), place.within(4));
      }
    } else {
      rectangle(of(edges, layer), place.within(0.75));
      patterns(layer, place.within(1.5));
    }
  }

  private void patterns(GilLayer layer, Area place) {
    if (layer == GilLayer.WAITS) {
      hatch(of(signs, layer), place);
    } else {
      dots(of(signs, layer), place);
    }
  }

  private static void levels(StringBuilder path, Area place) {
    for (double y = place.y() + LEVEL; y < place.bottom() - 1; y += LEVEL) {
      move(path, place.x(), y).append('H');
      Pen.append(path, place.right());
    }
  }

  private static void hatch(StringBuilder path, Area place) {
    for (double s = HATCH / 2; s < place.width() + place.height(); s += HATCH) {
      double low = Math.max(0, s - place.height());
      double high = Math.min(place.width(), s);
      move(path, place.x() + low, place.y() + s - low).append('L');
      Pen.append(path, place.x() + high).append(' ');
      Pen.append(path, place.y() + s - high);
    }
  }

  private static void dots(StringBuilder path, Area place) {
    int row = 0;
    for (double y = place.y() + DOTS / 2; y < place.bottom() - 1; y += DOTS / 2) {
      double from = place.x() + (row++ % 2 == 0 ? DOTS / 2 : DOTS);
      if (from < place.right() - 2) {
        move(path, from, y).append('H');
        Pen.append(path, place.right() - 2);
      }
    }
  }

  private void label(Bar bar) {
    Area place = place(bar);
    Ink ink = bar.layer().ink();
    if (ink != null && !bar.label().isEmpty() && hasRoom(place, bar.label())) {
      if (bar.layer().isLevel()) {
        plate(place, ink, bar.label());
      } else {
        pen.wordsOn(place, ink, TypeSize.SMALL, bar.label());
      }
    }
  }

  /** A letter and "…" would say nothing: a word is whole, or has room for its beginning. */
  private static boolean hasRoom(Area place, String label) {
    return place.width() >= LEAST_WORD
        && place.height() >= TypeSize.SMALL.pixels() + 4
        && (place.width() >= CUT_WORD || TypeSize.SMALL.width(label) <= place.width() - 8);
  }

  /** Level lines would cross the letters. */
  private void plate(Area place, Ink ink, String label) {
    double width = Math.min(place.width() - 4, TypeSize.SMALL.width(label) + 8);
    if (!label.isEmpty() && width < place.width() - 4) {
      Area plate = new Area(place.middle() - width / 2, place.centre() - 9.5, width, 19);
      pen.plate(plate, ink);
      pen.wordsOn(plate.within(-4), ink, TypeSize.SMALL, label);
    }
  }

  private static String name(GilLayer layer) {
    Ink ink = layer.ink();
    return ink == null ? Ink.PAGE.cssName() : ink.cssName();
  }

  private static StringBuilder of(Map<GilLayer, StringBuilder> paths, GilLayer layer) {
    return paths.computeIfAbsent(layer, key -> new StringBuilder(256));
  }

  private static StringBuilder move(StringBuilder path, double x, double y) {
    Pen.append(path.append('M'), x).append(' ');
    return Pen.append(path, y);
  }

  private static void rectangle(StringBuilder path, Area place) {
    move(path, place.x(), place.y()).append('h');
    Pen.append(path, place.width()).append('v');
    Pen.append(path, place.height()).append('h');
    Pen.append(path, -place.width()).append('z');
  }
}
