package interlock.view;

import interlock.gil.timeline.LockTrack;
import interlock.gil.timeline.Step;
import interlock.gil.timeline.Timeline;
import interlock.view.Pen.Anchor;
import interlock.view.TimelineDrawing.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The steps of the protocol as flags above the lanes, where the window holds few of them. A flag's
 * pole ends in a dot on the lane of the thread that takes the step. A label stands above all poles
 * that it would cross.
 */
final class StepFlags {
  static final int MOST_STEPS = 24;
  private static final int MOST_FLAGS = 14;
  private static final double ROW = 21;
  private static final double GAP = 8;

  private final List<Flag> flags;
  private final int[] row;

  /** Steps of one thread at one place. */
  private record Flag(int thread, long at, double x, double width, String label) {}

  private StepFlags(List<Flag> flags, int[] row) {
    this.flags = flags;
    this.row = row;
  }

  static StepFlags of(Timeline run, TimeWindow window, Frame frame) {
    if (GilWindow.stepCount(run, window) > MOST_STEPS) {
      return new StepFlags(List.of(), new int[0]);
    }
    List<Flag> flags = new ArrayList<>();
    for (LockTrack lock : run.locks()) {
      for (Step step : GilWindow.steps(lock, window)) {
        add(flags, step, run, frame);
      }
    }
    flags.sort(Comparator.comparingLong(Flag::at));
    return flags.size() > MOST_FLAGS
        ? new StepFlags(List.of(), new int[0])
        : new StepFlags(flags, rows(flags));
  }

  /** A step at the place of its thread's last one joins its flag, if there is room. */
  private static void add(List<Flag> flags, Step step, Timeline run, Frame frame) {
    double x = frame.across(step.atNanos());
    String words = step.kind().words();
    Flag before = flags.isEmpty() ? null : flags.getLast();
    if (before != null && before.thread() == step.thread() && x - before.x() < 1) {
      Flag joined = flag(step, before.x(), before.label() + ", " + words, frame);
      if (!isTurned(joined)) {
        flags.set(flags.size() - 1, joined);
        return;
      }
    }
    String name = TypeSize.SMALL.cut(run.threads().get(step.thread()).name(), 120);
    flags.add(flag(step, x, name + " " + words, frame));
  }

  private static Flag flag(Step step, double x, String label, Frame frame) {
    String shown = TypeSize.SMALL.cut(label, frame.right() - frame.left() - 40);
    return new Flag(step.thread(), step.atNanos(), x, TypeSize.SMALL.width(shown) + 16, shown);
  }

  /** From the right: each label goes above every pole that stands in its way. */
  private static int[] rows(List<Flag> flags) {
    int[] row = new int[flags.size()];
    for (int i = flags.size() - 1; i >= 0; i--) {
      for (int j = i + 1; j < flags.size(); j++) {
        boolean meets = flags.get(j).x() < right(flags.get(i)) + GAP;
        boolean beside = left(flags.get(j)) < right(flags.get(i)) + GAP;
        if (meets || beside) {
          row[i] = Math.max(row[i], row[j] + 1);
        }
      }
    }
    return row;
  }

  /** A label that would leave the picture stands left of its pole. */
  private static double left(Flag flag) {
    return isTurned(flag) ? flag.x() - flag.width() : flag.x();
  }

  private static double right(Flag flag) {
    return isTurned(flag) ? flag.x() : flag.x() + flag.width();
  }

  private static boolean isTurned(Flag flag) {
    return flag.x() + flag.width() > Theme.WIDTH - 4;
  }

  double height() {
    int rows = 0;
    for (int i : row) {
      rows = Math.max(rows, i + 1);
    }
    return flags.isEmpty() ? 0 : rows * ROW + 6;
  }

  /** Draws the flags between {@code top} and the lanes. */
  void draw(Pen pen, double top, IntToDoubleFunction middle, double lanes) {
    double base = top + height() - 10;
    for (int i = 0; i < flags.size(); i++) {
      Flag flag = flags.get(i);
      double foot = middle.applyAsDouble(flag.thread());
      double end = foot > lanes ? foot : lanes;
      pen.line(flag.x(), base - ROW * row[i] - 5, flag.x(), end, Ink.PAGE, 3.5);
      pen.line(flag.x(), base - ROW * row[i] - 5, flag.x(), end, Ink.TEXT, 1.2);
      pen.dot(flag.x(), end, 4.5, Ink.PAGE).dot(flag.x(), end, 3, Ink.TEXT);
    }
    for (int i = 0; i < flags.size(); i++) {
      label(pen, flags.get(i), base - ROW * row[i]);
    }
  }

  private static void label(Pen pen, Flag flag, double base) {
    boolean turned = isTurned(flag);
    double tip = turned ? -9 : 9;
    pen.begin("").name(flag.label() + " at " + ClockText.of(flag.at()));
    double width = flag.width() - 16;
    double from = turned ? flag.x() - 14 - width : flag.x() + 14;
    pen.plate(new Area(from - 2, base - 14, width + 4, 18), Ink.PAGE);
    pen.corners(Ink.TEXT, flag.x(), base - 10, flag.x() + tip, base - 5, flag.x(), base);
    Anchor anchor = turned ? Anchor.END : Anchor.START;
    pen.words(
        flag.x() + 14 * Math.signum(tip), base, TypeSize.SMALL, Ink.TEXT, anchor, flag.label());
    pen.end();
  }
}
