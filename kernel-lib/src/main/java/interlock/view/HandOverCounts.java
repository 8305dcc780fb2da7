package interlock.view;

import interlock.gil.timeline.HandOver;
import interlock.view.Pen.Anchor;
import interlock.view.TimelineDrawing.Frame;
import java.util.Arrays;
import java.util.List;

/** Many hand-overs as a lane of counts: how many fall into each column. A single one is seen. */
final class HandOverCounts {
  static final String LABEL = "hand-overs";
  private static final double LEAST = 3;

  private final int[] counts;
  private final int most;

  HandOverCounts(List<HandOver> handOvers, TimeWindow window, int grain) {
    counts = new int[Theme.WIDTH / (2 * grain)];
    double scale = counts.length / (double) (window.nanos() + 1);
    for (HandOver handOver : handOvers) {
      counts[(int) ((handOver.takenNanos() - window.fromNanos()) * scale)]++;
    }
    most = Arrays.stream(counts).max().orElse(0);
  }

  int most() {
    return most;
  }

  void draw(Pen pen, Frame frame, Area lane) {
    String words = "hand-overs: up to " + most + " in a column";
    pen.begin("tabindex=\"0\" role=\"img\" aria-label=\"" + words + "\"").name(words);
    double base = lane.bottom() - 4;
    double height = lane.height() - 10;
    double width = (frame.right() - frame.left()) / counts.length;
    StringBuilder path = new StringBuilder("M");
    Pen.append(path, frame.left()).append(' ');
    Pen.append(path, base);
    for (int i = 0; i < counts.length; i++) {
      double bar = counts[i] == 0 ? 0 : Math.max(LEAST, height * counts[i] / most);
      Pen.append(path.append('V'), base - bar).append('H');
      Pen.append(path, frame.left() + (i + 1) * width);
    }
    Pen.append(path.append('V'), base).append('z');
    pen.line(frame.left(), base, frame.right(), base, Ink.SOFT, 1);
    pen.fill(path, "f-text");
    pen.words(frame.left() - 14, base - 4, TypeSize.SMALL, Ink.SOFT, Anchor.END, LABEL);
    pen.end();
  }
}
