package interlock.notebook.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Bad input gets one sentence that names the control and the value. */
class Control_RefusalTest {
  private static void refused(String sentence, Executable call) {
    assertEquals(sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  @Test
  void label_thatIsMissingOrBlank_isRefused() {
    refused("A slider needs a label: give it a word or two.", () -> Slider.of(null, 1, 2));
    refused("A checkbox needs a label: give it a word or two.", () -> Checkbox.of(" ", true));
  }

  @Test
  void label_thatIsAWholePage_isRefused() {
    refused(
        "The label of a checkbox has 200 characters at most, but this one has 201.",
        () -> Checkbox.of("x".repeat(201), true));
  }

  @Test
  void ends_inTheWrongOrder_areRefused() {
    refused(
        "The slider 'n' needs a minimum below its maximum, but has 5 and 5.",
        () -> Slider.of("n", 5, 5));
    refused(
        "The slider 'x' needs a finite number as its maximum, but is given NaN.",
        () -> Slider.of("x", 0.0, Double.NaN));
    refused(
        "The slider 'x' is too long: it goes from -1.7976931348623157E308 to"
            + " 1.7976931348623157E308.",
        () -> Slider.of("x", -Double.MAX_VALUE, Double.MAX_VALUE));
  }

  @Test
  void start_thatIsNoValue_isRefused() {
    Slider<Integer> n = Slider.of("n", 1, 64);
    refused("The slider 'n' goes from 1 to 64, so it cannot start at 65.", () -> n.start(65));
    refused("The slider 'n' counts in whole numbers, but its start is 1.5.", () -> n.start(1.5));
    refused(
        "The slider 'n' needs a finite number as its start, but is given Infinity.",
        () -> n.start(Double.POSITIVE_INFINITY));
    assertEquals(1, n.value());
  }

  @Test
  void step_thatLeadsNowhere_isRefused() {
    Slider<Double> x = Slider.of("x", 0.0, 0.5);
    refused(
        "The slider 'x' needs a step above 0 and at most 0.5, but is given 0.0.", () -> x.step(0));
    refused(
        "The slider 'x' needs a step above 0 and at most 0.5, but is given 1.0.", () -> x.step(1));
    refused(
        "The slider 'n' counts in whole numbers, but its step is 0.5.",
        () -> Slider.of("n", 0, 9).step(0.5));
  }

  @Test
  void play_outsideItsRangeOrPace_isRefused() {
    Play play = Play.of("step", 0, 9);
    refused("The play 'step' goes from 0 to 9, so it cannot start at 10.", () -> play.start(10));
    refused(
        "The play 'step' steps every 10 ms to 60 s, but is given 0 ms.",
        () -> play.every(Duration.ZERO));
    refused(
        "The play 'p' needs a minimum below its maximum, but has 3 and 1.",
        () -> Play.of("p", 3, 1));
  }

  @Test
  void dropdown_withoutAClearChoice_isRefused() {
    refused(
        "The dropdown 'd' has nothing to choose from: give it a value or more.",
        () -> Dropdown.of("d", List.of()));
    refused(
        "The dropdown 'd' has a null among its values: leave it out.",
        () -> Dropdown.of("d", Arrays.asList("a", null)));
    refused(
        "The dropdown 'd' has two values named 'a': give each a name, in a map.",
        () -> Dropdown.of("d", List.of("a", "a")));
    refused(
        "The dropdown 'd' has one value under two names: 1.",
        () -> Dropdown.of("d", Map.of("a", 1, "b", 1)));
    refused(
        "The dropdown 'd' has 501 values, but 500 at most can be shown.",
        () -> Dropdown.of("d", new ArrayList<>(Collections.nCopies(501, "a"))));
    refused(
        "The dropdown 'd' cannot start at 'c': choose one of [a, b].",
        () -> Dropdown.of("d", List.of("a", "b")).start("c"));
  }

  @Test
  void buttonAndTabs_withNothingBehind_areRefused() {
    refused("The button 'go' has nothing to do: give it a function.", () -> Button.of("go", null));
    refused("Tabs need 1 to 20 titles, but are given 0.", () -> Tabs.of(Map.of()));
  }

  @Test
  void interact_withoutClearControls_isRefused() {
    Widgets widgets = new Widgets();
    TestPlace place = new TestPlace(null, "");
    Slider<Integer> n = Slider.of("n", 0, 1);
    refused(
        "interact needs a control or more after the drawing.",
        () -> widgets.interact(place, () -> 1));
    refused(
        "One of the controls is null: run the cell that makes it first.",
        () -> widgets.interact(place, () -> 1, n, null));
    refused(
        "Two controls are labelled 'n': give each a label of its own.",
        () -> widgets.interact(place, () -> 1, n, Checkbox.of("n", true)));
    assertEquals(List.of(), place.displayed);
  }
}
