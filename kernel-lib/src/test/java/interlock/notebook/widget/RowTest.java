package interlock.notebook.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RowTest {
  private final RecordedComms comms = new RecordedComms();
  private final TestPlace place = new TestPlace(comms, "cell");
  private final AtomicInteger pressed = new AtomicInteger();

  private Row row() {
    return Row.of(
        Button.of("back", pressed::decrementAndGet), Button.of("next", pressed::incrementAndGet));
  }

  @Test
  void row_isABoxOfItsControls() {
    new Widgets().interact(place, pressed::get, row());
    assertEquals(2, comms.all(Kind.BUTTON).size());
    Object children = comms.one(Kind.HBOX).state.get("children");
    assertEquals(
        List.of(
            "IPY_MODEL_" + comms.all(Kind.BUTTON).get(0).id(),
            "IPY_MODEL_" + comms.all(Kind.BUTTON).get(1).id()),
        children);
  }

  @Test
  void controlOfARow_hasTheDrawingMadeAgain() {
    Checkbox box = Checkbox.of("cores", false);
    new Widgets().interact(place, () -> "cores: " + box.value(), Row.of(box));
    comms.one(Kind.CHECKBOX).set("value", true);
    place.runAll();
    assertTrue(String.valueOf(comms.one(Kind.HTML).state.get("value")).contains("cores: true"));
  }

  @Test
  void withoutWidgets_rowSaysItsControls() {
    TestPlace console = new TestPlace(null, "cell");
    new Widgets().interact(console, () -> "drawn", Row.of(Checkbox.of("cores", true)));
    assertEquals("cores: yes\ndrawn", console.displayed.getFirst().text());
  }

  @Test
  void badRows_areRefusedInOneSentence() {
    assertEquals(
        "A row needs a control or more.",
        assertThrows(IllegalArgumentException.class, Row::of).getMessage());
    assertEquals(
        "Two controls of a row are labelled 'a': give each a label of its own.",
        assertThrows(
                IllegalArgumentException.class,
                () -> Row.of(Checkbox.of("a", true), Checkbox.of("a", false)))
            .getMessage());
  }
}
