package interlock.view;

/** One sign of a lane, for a legend: drawn by the code that draws the lanes. */
final class LaneSign {
  private LaneSign() {}

  static void draw(Pen pen, Area area, GilLayer layer) {
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
