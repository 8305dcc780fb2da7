package interlock.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LegendTest {
  @Test
  void legend_namesEveryShapeInkAndSize() throws Exception {
    Legend legend = Legend.all();
    List<String> cells =
        Stream.of("td", "th").flatMap(tag -> parse(legend).texts(tag).stream()).toList();
    for (Shape shape : Shape.values()) {
      assertShown(legend, cells, shape.label(), shape.meaning());
    }
    for (Ink ink : Ink.meanings()) {
      assertShown(legend, cells, ink.meaning(), ink.sign().words());
    }
    for (TypeSize size : TypeSize.values()) {
      assertShown(legend, cells, size.use(), Integer.toString(size.pixels()));
    }
  }

  @Test
  void vocabulary_isSmall() {
    assertTrue(Shape.values().length <= 10, "a reader keeps no more");
    assertEquals(6, Ink.meanings().size());
    assertEquals(3, TypeSize.values().length);
  }

  @Test
  void everyDrawing_isDifferent() {
    List<String> drawings = parse(Legend.all()).texts("svg");
    assertEquals(Shape.values().length + Ink.meanings().size(), drawings.size());
    assertEquals(drawings.size(), drawings.stream().distinct().count());
  }

  private static void assertShown(Legend legend, List<String> cells, String name, String meaning) {
    assertTrue(cells.contains(name), name);
    assertTrue(cells.contains(meaning), meaning);
    assertTrue(legend.text().contains("\n" + name + ": " + meaning), name);
  }

  private static Markup parse(Legend legend) {
    try {
      return Markup.parse(legend.html());
    } catch (Exception e) {
      throw new AssertionError(legend.html(), e);
    }
  }
}
