package interlock.view;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.scaling.TaskGraph;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class TaskDrawingTest {
  @Test
  void eachTask_isReachedByKeyboardAndSaysWhatItNeeds() throws Exception {
    Markup markup = Markup.parse(TaskDrawing.of(GanttTest.tea()).html());
    List<String> labels =
        markup.all("g").stream().map(task -> task.getAttribute("aria-label")).toList();
    assertEquals(
        List.of(
            "boil: waiting, 4 minutes, uses kettle",
            "warm the pot: hands on, 1 minute",
            "pour: hands on, 1 minute, uses kettle, needs boil and warm the pot",
            "draw: waiting, 3 minutes, needs pour"),
        labels);
  }

  @Test
  void text_saysTheLongestChain() {
    String text = TaskDrawing.of(GanttTest.tea()).text();
    assertTrue(text.endsWith("longest chain, 8 minutes: boil, then pour, then draw"), text);
  }

  @Test
  void boxes_coverNoOther() throws Exception {
    TaskGraph graph =
        TaskGraph.named("Crossing")
            .handsOn("a", ofMinutes(1))
            .handsOn("b", ofMinutes(1))
            .after("a")
            .handsOn("c", ofMinutes(1))
            .after("b")
            .handsOn("d", ofMinutes(1))
            .after("a", "c")
            .handsOn("e", ofMinutes(1))
            .after("a")
            .build();
    List<Area> boxes = boxes(graph);
    assertEquals(5, boxes.size());
    for (int i = 0; i < boxes.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertFalse(overlap(boxes.get(i), boxes.get(j)), i + " and " + j);
      }
    }
  }

  private static List<Area> boxes(TaskGraph graph) throws Exception {
    List<Area> boxes = new ArrayList<>();
    for (Element task : Markup.parse(TaskDrawing.of(graph).html()).all("g")) {
      Element rect = (Element) task.getElementsByTagName("rect").item(0);
      boxes.add(
          new Area(
              number(rect, "x"), number(rect, "y"), number(rect, "width"), number(rect, "height")));
    }
    return boxes;
  }

  private static double number(Element rect, String name) {
    return Double.parseDouble(rect.getAttribute(name));
  }

  private static boolean overlap(Area one, Area other) {
    return one.x() < other.right()
        && other.x() < one.right()
        && one.y() < other.bottom()
        && other.y() < one.bottom();
  }

  @Test
  void namesFromOutside_areEscaped() throws Exception {
    TaskGraph graph = TaskGraph.named("<b>").handsOn("<i>", ofMinutes(1)).using("\"&'<").build();
    assertTrue(Markup.parse(TaskDrawing.of(graph).html()).texts("text").contains("<i>"));
  }
}
