package interlock.view;

import java.util.Arrays;

/**
 * Draws the columns of a lane: in each, the shares of its states stand on one another, the lock's
 * holder at the bottom. Every state that is there is seen, however short. Each state is one path of
 * steps, drawn from the top one down, each over the one before; page-coloured strokes give it its
 * sign.
 */
final class ShareSteps {
  /** What has a share at all is this high, in pixels. */
  private static final double LEAST = 1.5;

  private static final double HATCH = 8;
  private static final double DOTS = 7;

  private final Pen pen;
  private final LaneShares lane;
  private final Area area;
  private final double[] left;
  private final double[] right;

  /** For each column how high each layer's upper edge is, in pixels from the bottom. */
  private final double[][] tops;

  ShareSteps(Pen pen, LaneShares lane, Area area) {
    this.pen = pen;
    this.lane = lane;
    this.area = area;
    int columns = lane.columns();
    this.left = new double[columns];
    this.right = new double[columns];
    this.tops = new double[columns][];
  }

  void draw() {
    if (!lane.hasColumns()) {
      return;
    }
    for (int column = 0; column < tops.length; column++) {
      if (lane.hasShares(column)) {
        left[column] = area.x() + lane.across(lane.first(column));
        right[column] = Math.max(left[column] + 1, area.x() + lane.across(lane.last(column)));
        tops[column] = heights(column);
      }
    }
    for (GilLayer layer : GilLayer.fromTop()) {
      layer(layer);
    }
  }

  /** What a least height adds is taken from the highest. */
  private double[] heights(int column) {
    double[] heights = new double[GilLayer.COUNT];
    double empty = area.height();
    for (GilLayer layer : GilLayer.values()) {
      double share = lane.share(column, layer);
      heights[layer.code()] = share > 0 ? Math.max(LEAST, share * area.height()) : 0;
      empty -= heights[layer.code()];
    }
    while (empty < -0.01) {
      int highest = 0;
      for (int i = 1; i < heights.length; i++) {
        highest = heights[i] > heights[highest] ? i : highest;
      }
      double taken = Math.min(-empty, Math.max(0.1, heights[highest] - LEAST));
      heights[highest] -= taken;
      empty += taken;
    }
    Arrays.parallelPrefix(heights, Double::sum);
    return heights;
  }

  private double top(int column, int layer) {
    return layer < 0 || tops[column] == null ? 0 : tops[column][layer];
  }

  private boolean isThere(int column, int layer) {
    return tops[column] != null && top(column, layer) - top(column, layer - 1) > 0.01;
  }

  private void layer(GilLayer layer) {
    StringBuilder path = new StringBuilder();
    for (int from = 0; from < tops.length; from++) {
      if (isThere(from, layer.code())) {
        int to = endOfRun(from, layer.code());
        steps(path, from, to, layer.code());
        from = to - 1;
      }
    }
    Ink ink = layer.ink();
    if (ink != null && !path.isEmpty()) {
      pen.fill(path, "f-" + ink.cssName());
      strokes(layer);
    }
  }

  /** Returns the first column after this one that does not go on with the layer. */
  private int endOfRun(int from, int layer) {
    int to = from + 1;
    while (to < tops.length && isThere(to, layer) && left[to] - right[to - 1] < 0.1) {
      to++;
    }
    return to;
  }

  private void steps(StringBuilder path, int from, int to, int layer) {
    Pen.append(path.append('M'), left[from]).append(' ');
    Pen.append(path, area.bottom());
    double height = -1;
    for (int column = from; column < to; column++) {
      double next = Math.rint(2 * top(column, layer)) / 2;
      if (next != height) {
        if (column > from) {
          Pen.append(path.append('H'), left[column]);
        }
        Pen.append(path.append('V'), area.bottom() - next);
        height = next;
      }
    }
    Pen.append(path.append('H'), right[to - 1]).append('V');
    Pen.append(path, area.bottom()).append('z');
  }

  private void strokes(GilLayer layer) {
    StringBuilder path = new StringBuilder();
    if (layer.isLevel() || layer == GilLayer.IO) {
      double pitch = layer.isLevel() ? LanePaths.LEVEL : DOTS / 2;
      for (double up = pitch; up < area.height(); up += pitch) {
        stroke(path, layer.code(), up, 0);
      }
    } else if (layer == GilLayer.WAITS) {
      for (double s = -area.height(); s < area.width(); s += HATCH) {
        stroke(path, layer.code(), -s, 1);
      }
    }
    if (!path.isEmpty()) {
      boolean dots = layer == GilLayer.IO;
      String more = dots ? " stroke-linecap=\"round\" stroke-dasharray=\"0 7\"" : "";
      pen.path(path.toString(), "s-page", dots ? 2.4 : 1.2, more);
    }
  }

  /** Draws the parts of a straight line that lie in a layer: {@code up + slope × across}. */
  private void stroke(StringBuilder path, int layer, double up, double slope) {
    for (int column = 0; column < tops.length; column++) {
      if (isStroked(column, layer, up, slope)) {
        int to = column + 1;
        while (to < tops.length
            && isStroked(to, layer, up, slope)
            && left[to] - right[to - 1] < 0.1) {
          to++;
        }
        segment(path, left[column], right[to - 1], up, slope);
        column = to - 1;
      }
    }
  }

  private boolean isStroked(int column, int layer, double up, double slope) {
    if (tops[column] == null) {
      return false;
    }
    double height = up + slope * ((left[column] + right[column]) / 2 - area.x());
    return height > top(column, layer - 1) + 0.5 && height < top(column, layer) - 0.5;
  }

  private void segment(StringBuilder path, double from, double to, double up, double slope) {
    Pen.append(path.append('M'), from).append(' ');
    Pen.append(path, area.bottom() - up - slope * (from - area.x())).append('L');
    Pen.append(path, to).append(' ');
    Pen.append(path, area.bottom() - up - slope * (to - area.x()));
  }
}
