package interlock.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class StepperTest {
  static Stepper three() {
    return Stepper.of(
        "Three lanes",
        List.of(LanesTest.cooks(), Notice.info("In between"), LanesTest.cooks().flag(6, "bell")),
        List.of("chop", "wait", "bake"));
  }

  private static List<Element> inputs(Stepper stepper) throws Exception {
    return Markup.parse(StepperMarkup.of(stepper, "n")).all("input");
  }

  @Test
  void everyStep_isAButtonWithItsCaption() throws Exception {
    List<Element> inputs = inputs(three());
    assertEquals(
        List.of("Step 1 of 3: chop", "Step 2 of 3: wait", "Step 3 of 3: bake"),
        inputs.stream().map(input -> input.getAttribute("aria-label")).toList());
    assertEquals(
        List.of("n", "n", "n"), inputs.stream().map(input -> input.getAttribute("name")).toList());
  }

  @Test
  void oneStep_isChosenAtFirst() throws Exception {
    assertEquals(
        List.of("checked", "", ""),
        inputs(three()).stream().map(input -> input.getAttribute("checked")).toList());
    assertEquals(
        List.of("", "", "checked"),
        inputs(three().startAt(2)).stream().map(input -> input.getAttribute("checked")).toList());
  }

  @Test
  void style_isThereOnce() throws Exception {
    assertEquals(1, Markup.parse(three().html()).all("style").size());
    assertFalse(three().html().contains("<script"));
  }

  @Test
  void namesOfButtons_differFromShowingToShowing() {
    assertFalse(three().html().equals(three().html()));
  }

  @Test
  void text_saysEveryStepWithItsPicture() {
    assertTrue(three().text().startsWith("Three lanes\n\n1. chop\nTwo cooks, one oven\n"));
    assertTrue(
        three().text().contains("\n\n2. wait\nNote: In between\n\n3. bake\n"), three().text());
  }

  @Test
  void withoutStyle_theStepsAreAListOfWords() throws Exception {
    Markup markup = Markup.parse(three().html());
    assertEquals(List.of("chop", "wait", "bake"), markup.texts("summary"));
    assertEquals(three().states().get(1).text(), markup.texts("pre").get(1));
    assertEquals("hidden", markup.all("form").getFirst().getAttribute("hidden"));
  }

  @Test
  void hostileCaptions_showAsText() throws Exception {
    String script = "</style><script>alert('\"')</script>";
    Stepper stepper = Stepper.of(script, List.of(Notice.info(script)), List.of(script));
    assertFalse(stepper.html().contains("<script"));
    assertTrue(Markup.parse(stepper.html()).texts("summary").contains(script));
  }

  @Test
  void badSteps_areRefusedInOneSentence() {
    assertRefused(
        "A stepper has 1 to 250 pictures and a caption for each: not 0 pictures, 0 captions",
        () -> Stepper.of("t", List.of(), List.of()));
    assertRefused(
        "A stepper has 1 to 250 pictures and a caption for each: not 1 pictures, 2 captions",
        () -> Stepper.of("t", List.of(Notice.info("a")), List.of("a", "b")));
    assertRefused("A stepper of 3 steps begins at 0 to 2, not 3", () -> three().startAt(3));
    List<Notice> many = IntStream.range(0, 251).mapToObj(i -> Notice.info("a")).toList();
    List<String> captions = IntStream.range(0, 251).mapToObj(i -> "a").toList();
    assertRefused(
        "A stepper has 1 to 250 pictures and a caption for each: not 251 pictures, 251 captions",
        () -> Stepper.of("t", many, captions));
  }

  private static void assertRefused(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
