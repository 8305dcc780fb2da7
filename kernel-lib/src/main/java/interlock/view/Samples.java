package interlock.view;

import interlock.view.Lanes.Bar;
import java.util.List;

/** A small drawing of each word of the vocabulary, by the code that draws it everywhere. */
final class Samples {
  private static final double WIDTH = 190;
  private static final double HEIGHT = 84;

  private Samples() {}

  static String of(Ink ink) {
    Pen pen = new Pen().area(new Area(4, 4, 92, 32), ink);
    pen.wordsOn(new Area(4, 4, 92, 32), ink, TypeSize.SMALL, "word");
    return pen.small(100, 40, ink.meaning(), ink.sign().words());
  }

  static String of(Shape shape) {
    Pen pen = new Pen();
    switch (shape) {
      case LANE -> LanesDrawing.lane(pen, new Area(4, 18, 180, 40), bars());
      case FLAG -> LanesDrawing.flag(pen, 30, 24, 70, "event", false);
      default -> pen.begin("transform=\"translate(8 8)\"").diagram(diagram(shape)).end();
    }
    return pen.small(WIDTH, HEIGHT, shape.label(), shape.meaning());
  }

  private static List<Bar> bars() {
    return List.of(new Bar(0, 40, Ink.RUNS, ""), new Bar(60, 100, Ink.WAITS, ""));
  }

  private static Diagram diagram(Shape shape) {
    Diagram diagram = Diagram.of(shape.label());
    return switch (shape) {
      case THICK_ARROW -> pair(diagram).add(Arrow.owns("a", "b"));
      case THIN_ARROW -> pair(diagram).add(Arrow.borrows("a", "b"));
      case COUNTER -> diagram.add(Box.at("list", 4, 6, "[1, 2]").counting(2));
      case COLUMN -> diagram.add(new Column("stack", 12, 72, List.of("1", "2")));
      case STRIP -> diagram.add(new Strip("code", 0, 0, List.of("a", "b", "c"), 1));
      case CELLS -> diagram.add(Cells.row("array", 0, 10, List.of("1", "2", "3")));
      case RING -> diagram.add(Box.at("list", 8, 8, "[1, 2]")).highlight("list");
      case BOX, LANE, FLAG -> diagram.add(Box.at("list", 4, 6, "[1, 2]"));
    };
  }

  private static Diagram pair(Diagram diagram) {
    return diagram.add(Box.at("a", 4, 6, "a")).add(Box.at("b", 120, 6, "b"));
  }
}
