package interlock.view;

import java.util.ArrayList;
import java.util.List;

/**
 * What falls on one lane of a window of time, gathered to what can be drawn: stretches that are
 * wide enough are {@link Bar}s; all others add their time to a column of the lane, whose heights
 * are then shares. No time is lost: bars and columns together have every nanosecond that was added.
 *
 * <p>Stretches may come in any order, but may not overlap unless the lane is {@link #shared}. For
 * one thread.
 */
final class LaneShares {
  private final TimeWindow window;
  private final double pixelsPerNano;
  private final long widest;
  private final int threads;
  private final long[][] nanos;
  private final long[] edges;
  private final long[] first;
  private final long[] last;
  private final long[] totals = new long[GilLayer.COUNT];
  private final List<Bar> bars = new ArrayList<>();

  /** A stretch that is wide enough to be drawn as it is, in nanoseconds. */
  record Bar(GilLayer layer, long from, long to, String label) {}

  private LaneShares(TimeWindow window, double pixels, int grain, int threads) {
    int columns = (int) Math.ceil(pixels / grain);
    this.window = window;
    this.threads = threads;
    this.pixelsPerNano = pixels / window.nanos();
    this.widest = threads > 1 ? Long.MAX_VALUE : (long) Math.ceil(1.5 * grain / pixelsPerNano);
    this.nanos = new long[columns][];
    this.first = new long[columns];
    this.last = new long[columns];
    this.edges = new long[columns + 1];
    for (int i = 0; i <= columns; i++) {
      edges[i] = window.fromNanos() + Math.round(Math.min(pixels, i * grain) / pixelsPerNano);
    }
  }

  /**
   * An empty lane of one thread, core or lock.
   *
   * @param pixels how wide the lane is
   * @param grain how wide a column is, in pixels
   */
  static LaneShares over(TimeWindow window, double pixels, int grain) {
    return new LaneShares(window, pixels, grain, 1);
  }

  /** An empty lane that several threads or cores share: all of it is columns. */
  static LaneShares shared(TimeWindow window, double pixels, int grain, int threads) {
    return new LaneShares(window, pixels, grain, Math.max(2, threads));
  }

  /** Adds a stretch; what lies outside the window is left out. */
  void add(GilLayer layer, long from, long to, String label) {
    long begin = Math.max(from, window.fromNanos());
    long end = Math.min(to, window.toNanos());
    if (begin >= end) {
      return;
    }
    totals[layer.code()] += end - begin;
    if (end - begin >= widest) {
      if (layer.ink() != null) {
        bars.add(new Bar(layer, begin, end, label));
      }
    } else {
      share(layer.code(), begin, end);
    }
  }

  private void share(int layer, long begin, long end) {
    int column = column(begin);
    for (long at = begin; at < end; column++) {
      long to = Math.min(end, edges[column + 1]);
      if (to > at) {
        if (nanos[column] == null) {
          nanos[column] = new long[GilLayer.COUNT];
          first[column] = at;
        }
        nanos[column][layer] += to - at;
        first[column] = Math.min(first[column], at);
        last[column] = Math.max(last[column], to);
        at = to;
      }
    }
  }

  /** The guess by floating point may be one off. */
  private int column(long at) {
    long length = window.nanos();
    int column = (int) ((double) (at - window.fromNanos()) / length * nanos.length);
    column = Math.clamp(column, 0, nanos.length - 1);
    while (column > 0 && edges[column] > at) {
      column--;
    }
    while (column < nanos.length - 1 && edges[column + 1] <= at) {
      column++;
    }
    return column;
  }

  /** Returns the wide stretches. */
  List<Bar> bars() {
    return bars;
  }

  /** Returns how many columns the lane has. */
  int columns() {
    return nanos.length;
  }

  /** Returns whether a column has any share. */
  boolean hasShares(int column) {
    return nanos[column] != null;
  }

  /** Returns the time of a layer in a column, in nanoseconds; bars are not in it. */
  long nanos(int column, GilLayer layer) {
    return nanos[column] == null ? 0 : nanos[column][layer.code()];
  }

  /** Returns where the shares of a column begin. */
  long first(int column) {
    return threads > 1 ? edges[column] : first[column];
  }

  /** Returns where the shares of a column end. */
  long last(int column) {
    return threads > 1 ? edges[column + 1] : last[column];
  }

  /** Returns the share of a layer in a column, from 0 to 1, of the time that its shares reach. */
  double share(int column, GilLayer layer) {
    double whole = (double) (last(column) - first(column)) * threads;
    return Math.min(1, nanos(column, layer) / whole);
  }

  /** Returns the time of a layer in the window, in nanoseconds. */
  long total(GilLayer layer) {
    return totals[layer.code()];
  }

  /** Returns whether any time is drawn as a share. */
  boolean hasColumns() {
    for (long[] column : nanos) {
      if (column != null) {
        return true;
      }
    }
    return false;
  }

  /** Returns the moment's place from the left edge, in pixels. */
  double across(long at) {
    return (at - window.fromNanos()) * pixelsPerNano;
  }
}
