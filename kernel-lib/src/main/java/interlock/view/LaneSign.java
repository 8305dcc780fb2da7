package interlock.view;

import interlock.view.Pen.Anchor;
import java.util.Set;

/** The signs of lanes in a legend, drawn by the code that draws the lanes. */
final class LaneSign {
  private static final double MARGIN = TimelineDrawing.MARGIN;
  private static final double ROW = 26;

  private LaneSign() {}

  /** Draws the signs with their words below {@code top}, and returns the last base line. */
  static double legend(Pen pen, double top, Set<GilLayer> used) {
    double x = MARGIN;
    double y = used.isEmpty() ? top : top + ROW;
    for (GilLayer layer : used) {
      double width = 38 + TypeSize.LABEL.width(layer.words()) + 18;
      if (x > MARGIN && x + width - 18 > Theme.WIDTH - MARGIN) {
        x = MARGIN;
        y += ROW;
      }
      draw(pen, new Area(x, y - 16, 30, 20), layer);
      pen.words(x + 38, y, TypeSize.LABEL, Ink.TEXT, Anchor.START, layer.words());
      x += width;
    }
    return y;
  }

  private static void draw(Pen pen, Area area, GilLayer layer) {
    if (layer.ink() == null) {
      pen.line(area.x(), area.centre(), area.right(), area.centre(), Ink.SOFT, 1);
      return;
    }
    TimeWindow window = new TimeWindow(0, 1000);
    LaneShares lane = LaneShares.over(window, area.width(), 1);
    lane.add(layer, 0, 1000, "");
    new LanePaths(pen, lane, area).draw();
  }
}
