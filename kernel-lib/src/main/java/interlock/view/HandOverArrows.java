package interlock.view;

import interlock.gil.timeline.Cause;
import interlock.gil.timeline.HandOver;
import interlock.view.TimelineDrawing.Frame;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * Hand-overs as arrows: from the lane of the thread that gave the lock up, when it did, to the lane
 * of the one that took it, when it did. Where the lock lay free in between, because nobody wanted
 * it, the arrow begins when the new holder asked for it.
 */
final class HandOverArrows {
  private final Pen pen;
  private final Frame frame;
  private final IntToDoubleFunction middle;
  private final double top;
  private final LaneSize size;

  /**
   * @param middle the middle of a thread's lane below {@code top}; negative if it has none
   */
  HandOverArrows(Pen pen, Frame frame, IntToDoubleFunction middle, double top, LaneSize size) {
    this.pen = pen;
    this.frame = frame;
    this.middle = middle;
    this.top = top;
    this.size = size;
  }

  /**
   * @param begins from when on a lock goes over
   */
  void draw(List<HandOver> handOvers, ToLongFunction<HandOver> begins) {
    for (HandOver handOver : handOvers) {
      double from = middle.applyAsDouble(handOver.from());
      double to = middle.applyAsDouble(handOver.to());
      if (from >= 0 && to >= 0 && from != to) {
        arrow(handOver, begins.applyAsLong(handOver), top + from, top + to);
      }
    }
  }

  private void arrow(HandOver handOver, long begins, double from, double to) {
    double down = Math.signum(to - from);
    double x1 = Math.max(frame.left(), frame.across(begins));
    double x2 = frame.across(handOver.takenNanos());
    double y1 = from + down * size.bar() / 2;
    double y2 = to - down * (size.bar() / 2 - 5);
    pen.begin("").name(TimelineWords.said(handOver.cause()));
    pen.line(x1, y1, x2, y2 - down * 7, Ink.PAGE, 4);
    double[] dashes = isAsked(handOver.cause()) ? new double[0] : new double[] {4, 3};
    pen.line(x1, y1, x2, y2 - down * 7, Ink.TEXT, 1.8, dashes);
    head(Ink.PAGE, x2, y2 + down * 2, down, 7.5, 12);
    head(Ink.TEXT, x2, y2, down, 5, 9);
    pen.end();
  }

  private void head(Ink ink, double x, double y, double down, double half, double length) {
    pen.corners(ink, x, y, x - half, y - down * length, x + half, y - down * length);
  }

  /** Returns whether the holder was made to give the lock up. */
  static boolean isAsked(Cause cause) {
    return switch (cause) {
      case INTERVAL, TICKS, STOP_THE_WORLD -> true;
      case IO, SLEEP, LOCK, ALLOW_THREADS, END -> false;
    };
  }
}
