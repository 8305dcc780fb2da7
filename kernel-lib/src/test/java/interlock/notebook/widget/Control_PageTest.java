package interlock.notebook.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page sends becomes the control's value, or the page is set back. */
class Control_PageTest {
  private final RecordedComms comms = new RecordedComms();
  private final TestPlace place = new TestPlace(comms, "cell");
  private final Widgets widgets = new Widgets();

  @Test
  void slider_isMadeWithItsRangeAndLabel() {
    widgets.show(place, Slider.of("wait", 0.0, 0.5).step(0.01).start(0.05).unit("ms"));
    Map<String, Object> state = comms.one(Kind.FLOAT_SLIDER).state;
    assertEquals(
        List.of(0.0, 0.5, 0.01, 0.05),
        List.of(state.get("min"), state.get("max"), state.get("step"), state.get("value")));
    assertEquals("wait (ms)", state.get("description"));
    assertEquals(".2f", state.get("readout_format"));
    assertEquals("initial", comms.one(Kind.SLIDER_STYLE).state.get("description_width"));
    assertEquals("wait: 0.05 ms", place.displayed.getFirst().text());
    assertEquals(comms.one(Kind.FLOAT_SLIDER).id(), place.displayed.getFirst().widget());
  }

  @Test
  void value_fromThePage_isTakenAndConfirmed() {
    Slider<Integer> cores = Slider.of("cores", 1, 64);
    widgets.show(place, cores);
    comms.one(Kind.INT_SLIDER).set("value", 16);
    assertEquals(16, cores.value());
    assertEquals(List.of("echo_update"), comms.one(Kind.INT_SLIDER).methods);
  }

  @Test
  void value_beyondAnEnd_isClampedAndThePageSetBack() {
    Slider<Integer> cores = Slider.of("cores", 1, 64);
    widgets.show(place, cores);
    comms.one(Kind.INT_SLIDER).set("value", 1_000_000L);
    assertEquals(64, cores.value());
    assertEquals(64, comms.one(Kind.INT_SLIDER).state.get("value"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"8", "null", "[]", ""})
  void value_ofAWrongType_isIgnoredAndThePageSetBack(String text) {
    Slider<Integer> cores = Slider.of("cores", 1, 64).start(8);
    widgets.show(place, cores);
    for (Object wrong : List.of(text, 7.5, Double.NaN, true, List.of(1), Map.of("a", 1))) {
      comms.one(Kind.INT_SLIDER).set("value", wrong);
      assertEquals(8, cores.value());
      assertEquals(8, comms.one(Kind.INT_SLIDER).state.get("value"));
    }
    assertEquals("update", comms.one(Kind.INT_SLIDER).methods.getLast());
  }

  @Test
  void message_ofNoSense_isIgnored() {
    Slider<Integer> cores = Slider.of("cores", 1, 64).start(8);
    widgets.show(place, cores);
    RecordedComms.Line slider = comms.one(Kind.INT_SLIDER);
    slider.pageSays(Map.of());
    slider.pageSays(Map.of("method", List.of()));
    slider.pageSays(Map.of("method", "update", "state", 5));
    slider.pageSays(Map.of("method", "custom", "content", "click"));
    slider.set("max", 1000);
    slider.set("value", null);
    assertEquals(8, cores.value());
    assertEquals(List.of(), slider.methods);
  }

  @Test
  void decimals_comeWithoutTheNoiseOfBinaryFractions() {
    Slider<Double> x = Slider.of("x", 0.0, 0.5);
    widgets.show(place, x);
    comms.one(Kind.FLOAT_SLIDER).set("value", 0.15000000000000002);
    assertEquals(0.15, x.value());
    assertEquals(List.of("echo_update"), comms.one(Kind.FLOAT_SLIDER).methods);
  }

  @Test
  void control_shownTwice_movesInBothPlaces() {
    Slider<Integer> cores = Slider.of("cores", 1, 64);
    widgets.show(place, cores);
    widgets.show(new TestPlace(comms, "other"), cores);
    comms.all(Kind.INT_SLIDER).getFirst().set("value", 9);
    assertEquals(9, comms.all(Kind.INT_SLIDER).getLast().state.get("value"));
    cores.start(3);
    comms.all(Kind.INT_SLIDER).forEach(line -> assertEquals(3, line.state.get("value")));
  }

  @Test
  void play_andItsSliderAreLinkedOnThePage() {
    Play step = Play.of("step", 0, 10);
    widgets.show(place, step);
    RecordedComms.Line play = comms.one(Kind.PLAY);
    RecordedComms.Line slider = comms.one(Kind.INT_SLIDER);
    assertEquals(
        List.of("IPY_MODEL_" + play.id(), "value"), comms.one(Kind.LINK).state.get("source"));
    play.set("value", 4);
    assertEquals(4, step.value());
    assertEquals(List.of(), slider.methods, "the page moves it by itself");
    slider.set("value", 7);
    assertEquals(7, step.value());
  }

  @Test
  void dropdown_takesAnIndexOfItsOwn() {
    Dropdown<Integer> which = Dropdown.of("version", new LinkedHashMap<>(Map.of("eleven", 11)));
    widgets.show(place, which);
    Dropdown<String> two = Dropdown.of("two", List.of("a", "b"));
    widgets.show(place, two);
    RecordedComms.Line line = comms.all(Kind.DROPDOWN).getLast();
    line.set("index", 1);
    assertEquals("b", two.value());
    for (Object wrong : List.of(2, -1, "a", 0.0)) {
      line.set("index", wrong);
      assertEquals("b", two.value());
      assertEquals(1, line.state.get("index"));
    }
    assertEquals("version: eleven", which.toString());
  }

  @Test
  void checkboxAndTabs_takeTheirValues() {
    Checkbox log = Checkbox.of("log", false);
    widgets.show(place, log);
    comms.one(Kind.CHECKBOX).set("value", true);
    assertTrue(log.value());
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("first", "text");
    content.put("second", Slider.of("n", 0, 1));
    Tabs tabs = Tabs.of(content);
    widgets.show(place, tabs);
    comms.one(Kind.TAB).set("selected_index", 1);
    assertEquals("second", tabs.value());
    assertEquals(1, comms.all(Kind.INT_SLIDER).size());
    assertEquals("first / second", tabs.label());
  }

  @Test
  void listeners_hearTheNewestValueAndAllAreCalled() {
    List<Object> heard = new ArrayList<>();
    Slider<Integer> cores = Slider.of("cores", 1, 64);
    cores.onChange(value -> {
      throw new IllegalStateException("bad " + value);
    });
    cores.onChange(heard::add);
    widgets.show(place, cores);
    comms.one(Kind.INT_SLIDER).set("value", 2);
    comms.one(Kind.INT_SLIDER).set("value", 3);
    comms.one(Kind.INT_SLIDER).set("value", 3);
    assertEquals(List.of(), heard, "never on the thread of the messages");
    place.runAll();
    assertEquals(List.of(3), heard);
    assertEquals(
        List.of("What follows 'cores' failed: IllegalStateException: bad 3"), place.complaints);
  }

  @Test
  void button_runsBesideAndCannotBePressedMeanwhile() {
    List<String> done = new ArrayList<>();
    Button again = Button.of("again", () -> done.add("work"));
    widgets.show(place, again);
    RecordedComms.Line line = comms.one(Kind.BUTTON);
    line.press();
    line.press();
    assertEquals(List.of(), done);
    assertEquals(true, line.state.get("disabled"));
    place.runAll();
    assertEquals(List.of("work"), done);
    assertEquals(1, again.value());
    assertEquals(false, line.state.get("disabled"));
  }

  @Test
  void button_whoseWorkFails_saysSoAndCanBePressedAgain() {
    Button bad =
        Button.of(
            "bad",
            () -> {
              throw new StackOverflowError("deep");
            });
    widgets.show(place, bad);
    comms.one(Kind.BUTTON).press();
    place.runAll();
    assertEquals(List.of("The button 'bad' failed: StackOverflowError: deep"), place.complaints);
    comms.one(Kind.BUTTON).press();
    assertEquals(1, place.waiting.size());
  }
}
