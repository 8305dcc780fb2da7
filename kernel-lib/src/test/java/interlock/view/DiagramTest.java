package interlock.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class DiagramTest {
  static Diagram names() {
    return Diagram.of("Two names, one list")
        .add(Box.at("a", 0, 0, "a"))
        .add(Box.at("list", 180, 40, "[1, 2]\nin memory").counting(3))
        .add(Box.at("old", 420, 0, "'old'").counting(0).in(Ink.GONE))
        .add(Arrow.owns("a", "list"))
        .add(Arrow.owns("list", "list"))
        .add(Arrow.borrows("list", "old"))
        .add(new Column("stack", 20, 260, List.of("1", "'two'")))
        .add(new Strip("code", 180, 150, List.of("LOAD_FAST", "RETURN"), 1))
        .add(new Cells("array", 180, 220, List.of(List.of("1", "2"), List.of("3", "400"))))
        .highlight("list");
  }

  @Test
  void diagram_isTheGolden() {
    Golden.assertGolden("diagram.svg", Golden.withoutPlaces(names().html()));
  }

  @Test
  void text_saysEveryPartAndTheHighlight() {
    assertEquals(
        """
        Two names, one list
        a
        list: [1, 2], in memory, counts 3
        old: 'old', counts 0, gone
        a owns list
        list owns list
        list borrows old
        stack (top first): 'two', 1
        code: done LOAD_FAST, next RETURN
        array: 1 2; 3 400
        changed now: list\
        """,
        names().text());
    assertEquals("Two arrows.", names().say("Two arrows.").text());
  }

  @Test
  void diagram_isOneImageWithTitleAndWords() throws Exception {
    Markup markup = Markup.parse(names().html());
    assertEquals("img", markup.root().getAttribute("role"));
    assertEquals("Two names, one list", markup.texts("title").getFirst());
    assertEquals(List.of(names().text()), markup.texts("desc"));
  }

  @Test
  void newHighlight_replacesTheOld() {
    assertEquals("changed now: a", names().highlight("a").text().lines().toList().getLast());
    assertEquals(1, names().highlight("a").html().split("s-changed\" fill", -1).length - 1);
  }

  @Test
  void boxes_areAsLargeAsTheirWords() {
    for (String words : List.of("", "x", "a rather long text in a box", "two\nlines of it", "日本")) {
      Area area = Box.at("b", 5, 7, words).area();
      words.lines().forEach(line -> assertTrue(area.width() >= TypeSize.LABEL.width(line) + 8));
      assertTrue(area.height() >= 20 * words.lines().count());
      assertTrue(Box.at("b", 5, 7, words).counting(1000).area().width() > area.width() + 28);
    }
    Column column = new Column("c", 0, 300, List.of("a word", "a longer word"));
    assertTrue(column.area().width() > TypeSize.LABEL.width("a longer word"));
    assertEquals(300, column.area().bottom());
  }

  @Test
  void arrowToItself_staysInsideThePicture() throws Exception {
    Diagram loop = Diagram.of("x").add(Box.at("a", 0, 0, "a")).add(Arrow.owns("a", "a"));
    Element group = Markup.parse(loop.html()).all("g").getFirst();
    assertTrue(group.getAttribute("transform").matches("translate\\(14 (8[0-9]|9[0-9]).*"));
  }

  @Test
  void hostileWords_showAsText() throws Exception {
    String script = "<script>alert('&')</script>";
    Diagram hostile =
        Diagram.of(script)
            .add(Box.at(script, 0, 0, script))
            .add(new Column("c", 0, 100, List.of(script)))
            .add(new Strip("s", 0, 100, List.of(script), 1))
            .add(Cells.row("r", 0, 200, List.of(script)));
    assertFalse(hostile.html().contains("<script"));
    List<String> texts = Markup.parse(hostile.html()).texts("text");
    assertEquals(5, texts.stream().filter(script::equals).count());
  }

  @Test
  void badParts_areRefusedInOneSentence() {
    assertRefused("There is no part named b", () -> names().add(Arrow.owns("a", "b")));
    assertRefused("There is no part named b", () -> names().highlight("b"));
    assertRefused(
        "There is a part named a already", () -> names().add(Box.at("a", 0, 0, "another")));
    assertRefused(
        "The ink of a box means a state: one of [RUNS, WAITS, HOLDS, CHANGED, GONE, MOVES], not"
            + " TEXT",
        () -> Box.at("a", 0, 0, "a").in(Ink.TEXT));
    assertRefused(
        "A strip of 1 items is at 0 to 1, not 2", () -> new Strip("s", 0, 0, List.of("a"), 2));
    assertRefused(
        "The rows of an array are equally long, not 1, 2",
        () -> new Cells("c", 0, 0, List.of(List.of("1"), List.of("1", "2"))));
  }

  private static void assertRefused(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
