package interlock.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.view.Lanes.Bar;
import interlock.view.Lanes.Flag;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class LanesTest {
  static Lanes cooks() {
    return Lanes.of("Two cooks, one oven", "time in minutes")
        .lane(
            "cook 1",
            new Bar(0, 3, Ink.RUNS, "chop"),
            new Bar(3, 5, Ink.WAITS, "for the oven"),
            new Bar(5, 9.5, Ink.HOLDS, "bake"))
        .lane("cook 2", new Bar(0, 5, Ink.HOLDS, "bake a cake"), new Bar(7, 9, Ink.MOVES, ""))
        .lane("cook 3")
        .flag(5, "oven free");
  }

  @Test
  void lanes_areTheGolden() {
    Golden.assertGolden("lanes.svg", Golden.withoutPlaces(cooks().html()));
  }

  @Test
  void text_saysEveryBarAndFlag() {
    assertEquals(
        """
        Two cooks, one oven
        Across: time in minutes
        cook 1: runs (chop) from 0 to 3; waits (for the oven) from 3 to 5; \
        holds the lock (bake) from 5 to 9.5
        cook 2: holds the lock (bake a cake) from 0 to 5; moves data from 7 to 9
        cook 3: nothing
        at 5: oven free\
        """,
        cooks().text());
  }

  @Test
  void ownWords_replaceTheList() {
    assertEquals("Both are busy.", cooks().say("Both are busy.").text());
    assertTrue(cooks().call(Ink.HOLDS, "has the oven").text().contains("has the oven (bake)"));
  }

  @Test
  void eachLane_isReachedByKeyboardAndSaysItsBars() throws Exception {
    Markup markup = Markup.parse(cooks().html());
    List<Element> lanes =
        markup.all("g").stream().filter(g -> g.getAttribute("tabindex").equals("0")).toList();
    assertEquals(3, lanes.size());
    assertTrue(lanes.getFirst().getAttribute("aria-label").startsWith("cook 1: runs (chop) from"));
    assertEquals("group", markup.root().getAttribute("role"), "an image would hide its lanes");
    assertEquals(List.of("Two cooks, one oven"), markup.texts("title").subList(0, 1));
    assertEquals(List.of(cooks().text()), markup.texts("desc"));
  }

  @Test
  void sameLanes_areDrawnEqually() {
    assertEquals(cooks().html(), cooks().html());
    assertFalse(cooks().html().equals(cooks().flag(6, "bell").html()));
  }

  @Test
  void words_staySmallerThanTheirBars() throws Exception {
    Lanes narrow =
        Lanes.of("t", "s")
            .lane("a", new Bar(0, 99, Ink.RUNS, ""), new Bar(99, 100, Ink.RUNS, "never to be seen"))
            .lane("b", new Bar(0, 10, Ink.WAITS, "a long story"), new Bar(10, 11, Ink.GONE, "x"));
    List<String> texts = Markup.parse(narrow.html()).texts("text");
    assertFalse(texts.contains("never to be seen"), texts.toString());
    assertTrue(texts.stream().anyMatch(text -> text.startsWith("a l") && text.endsWith("…")));
  }

  @Test
  void flagsCloseTogether_standInRowsOfTheirOwn() throws Exception {
    Lanes lanes = cooks().flag(5.1, "bell").flag(9.5, "the very last moment of all");
    List<Element> texts = Markup.parse(lanes.html()).all("text");
    assertTrue(base(texts, "bell") > base(texts, "oven free"));
    assertEquals(base(texts, "oven free"), base(texts, "the very last moment of all"));
  }

  private static double base(List<Element> texts, String words) {
    return texts.stream()
        .filter(text -> text.getTextContent().equals(words))
        .mapToDouble(text -> Double.parseDouble(text.getAttribute("y")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void hostileWords_showAsText() throws Exception {
    String script = "<script>alert('&')</script>";
    Lanes lanes =
        Lanes.of(script, script).lane(script, new Bar(0, 1, Ink.RUNS, script)).flag(0, script);
    assertFalse(lanes.html().contains("<script"));
    assertEquals(script, Markup.parse(lanes.html()).texts("title").getFirst());
  }

  @Test
  void oneMomentOrNone_hasAnAxis() throws Exception {
    for (Lanes lanes : List.of(Lanes.of("t", "s"), Lanes.of("t", "s").flag(0, "start"))) {
      assertTrue(Markup.parse(lanes.html()).texts("text").contains("1.0"));
      assertFalse(lanes.html().contains("NaN"));
    }
  }

  @Test
  void thousandBars_staySmall() {
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      bars.add(new Bar(i, i + 1, i % 2 == 0 ? Ink.RUNS : Ink.WAITS, "piece"));
    }
    int size = Lanes.of("t", "s").lane("a", bars).html().length();
    assertTrue(size < 250_000, size + " characters");
  }

  @Test
  void badBars_areRefusedInOneSentence() {
    assertRefused(
        "A bar begins before it ends: not from 3.0 to 2.0", () -> new Bar(3, 2, Ink.RUNS, ""));
    assertRefused(
        "The ink of a bar means a state: one of [RUNS, WAITS, HOLDS, CHANGED, GONE, MOVES], not"
            + " FIRST",
        () -> new Bar(1, 2, Ink.FIRST, ""));
    assertRefused("Flag bell needs a moment, not NaN", () -> new Flag(Double.NaN, "bell"));
    assertRefused(
        "Lane a is in one state at a time: Bar[from=1.0, to=3.0, state=RUNS, label=y] begins before"
            + " Bar[from=0.0, to=2.0, state=RUNS, label=x] has ended",
        () ->
            Lanes.of("t", "s")
                .lane("a", new Bar(0, 2, Ink.RUNS, "x"), new Bar(1, 3, Ink.RUNS, "y")));
  }

  private static void assertRefused(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
