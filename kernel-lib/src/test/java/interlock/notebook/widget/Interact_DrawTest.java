package interlock.notebook.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.notebook.Rendering;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The drawing below the controls follows them. */
class Interact_DrawTest {
  private final RecordedComms comms = new RecordedComms();
  private final TestPlace place = new TestPlace(comms, "cell");
  private final Widgets widgets = new Widgets();
  private final Slider<Integer> cores = Slider.of("cores", 1, 64).start(8);

  private String drawn() {
    return String.valueOf(comms.one(Kind.HTML).state.get("value"));
  }

  @Test
  void drawing_isMadeOnceAtFirst() {
    AtomicInteger drawings = new AtomicInteger();
    widgets.interact(place, drawings::incrementAndGet, cores);
    assertEquals(1, drawings.get());
    assertTrue(drawn().contains("<pre>1</pre>"), drawn());
    assertEquals("cores: 8\n1", place.displayed.getFirst().text());
    assertEquals(comms.one(Kind.VBOX).id(), place.displayed.getFirst().widget());
  }

  private List<Object> labelWidths(Control<?>... controls) {
    widgets.interact(place, () -> "", controls);
    return comms.all(Kind.SLIDER_STYLE).stream()
        .map(style -> style.state.getOrDefault("description_width", ""))
        .toList();
  }

  @Test
  void labels_ofSeveralSlidersAreAsWideAsTheLongest() {
    List<Object> widths =
        labelWidths(cores, Slider.of("serial part", 0.0, 0.5).unit("s"), Play.of("step", 0, 9));
    assertEquals(List.of("12.2ch", "12.2ch", "initial"), widths);
  }

  @Test
  void label_ofASliderAlone_hasItsOwnWidth() {
    assertEquals(List.of("initial"), labelWidths(cores, Checkbox.of("a very long label", true)));
  }

  @Test
  void label_thatIsVeryLong_hasItsOwnWidthAndTheOthersShareTheirs() {
    List<Object> widths =
        labelWidths(Slider.of("n", 0, 9), Slider.of("x".repeat(60), 0, 9), Slider.of("nn", 0, 9));
    assertEquals(List.of("2.1ch", "initial", "2.1ch"), widths);
  }

  @Test
  void manyChanges_areOneDrawingOfTheLast() {
    AtomicInteger drawings = new AtomicInteger();
    widgets.interact(place, () -> "n=" + cores.value() + " #" + drawings.incrementAndGet(), cores);
    for (int n = 9; n <= 40; n++) {
      comms.one(Kind.INT_SLIDER).set("value", n);
    }
    assertEquals(1, place.waiting.size());
    place.runAll();
    assertTrue(drawn().contains("n=40 #2"), drawn());
  }

  @Test
  void changeDuringADrawing_isDrawnAfterIt() {
    AtomicInteger drawings = new AtomicInteger();
    widgets.interact(
        place,
        () -> {
          if (drawings.incrementAndGet() == 2) {
            comms.one(Kind.INT_SLIDER).set("value", 20);
            comms.one(Kind.INT_SLIDER).set("value", 21);
          }
          return "n=" + cores.value();
        },
        cores);
    comms.one(Kind.INT_SLIDER).set("value", 10);
    place.runAll();
    assertTrue(drawn().contains("n=21"), drawn());
    assertEquals(3, drawings.get());
  }

  @Test
  void drawingThatFails_isASentenceUntilItSucceeds() {
    widgets.interact(
        place,
        () -> {
          if (cores.value() > 32) {
            throw new AssertionError("<too many>");
          }
          return "fine";
        },
        cores);
    comms.one(Kind.INT_SLIDER).set("value", 33);
    place.runAll();
    assertTrue(drawn().contains("The drawing failed: AssertionError: &lt;too many&gt;"), drawn());
    comms.one(Kind.INT_SLIDER).set("value", 5);
    place.runAll();
    assertTrue(drawn().contains("fine"), drawn());
  }

  @Test
  void changeAfterAStop_isDrawn() {
    AtomicInteger drawings = new AtomicInteger();
    widgets.interact(
        place,
        () -> {
          int n = cores.value();
          if (drawings.incrementAndGet() == 2) {
            Thread.currentThread().interrupt();
            comms.one(Kind.INT_SLIDER).set("value", 20);
          }
          return "n=" + n;
        },
        cores);
    comms.one(Kind.INT_SLIDER).set("value", 10);
    place.runAll();
    assertTrue(drawn().contains("n=20"), drawn());
  }

  @Test
  void sameDrawingAgain_isNotSentAgain() {
    widgets.interact(place, () -> "same", cores);
    comms.one(Kind.INT_SLIDER).set("value", 9);
    place.runAll();
    assertTrue(comms.one(Kind.HTML).methods.isEmpty());
  }

  @Test
  void markupFromTheLearner_isEscaped() {
    Checkbox hostile = Checkbox.of("<img src=x>", true);
    widgets.interact(place, () -> "<script>", hostile);
    assertTrue(drawn().contains("<pre>&lt;script&gt;</pre>"), drawn());
    String standIn = String.valueOf(place.displayed.getFirst().html());
    assertTrue(standIn.contains("&lt;img src=x&gt;"), standIn);
    assertFalse(standIn.contains("<img"), standIn);
  }

  @Test
  void image_isShownWithItsTextEquivalent() {
    widgets.interact(place, () -> new Rendering("a \"picture\"", null, "AAAA"), cores);
    assertTrue(drawn().contains("src=\"data:image/png;base64,AAAA\""), drawn());
    assertTrue(drawn().contains("alt=\"a &quot;picture&quot;\""), drawn());
  }

  @Test
  void kernelWithoutComms_showsValuesAndDrawing() {
    TestPlace still = new TestPlace(null, "");
    widgets.interact(still, () -> "drawing " + cores.value(), cores, Checkbox.of("log", true));
    Rendering shown = still.displayed.getFirst();
    assertEquals("cores: 8 · log: yes\ndrawing 8", shown.text());
    assertEquals(null, shown.widget());
    widgets.show(still, cores);
    assertEquals("cores: 8", still.displayed.getLast().text());
  }
}
