package interlock.notebook.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GatePictureTest {
  private static final Gate GATE =
      Gate.parse("cores", "Is `a < b`?\n- no & never | <b>wrong</b>\n+ yes | *right*, it is");

  private final GatePicture picture = GatePicture.of(GATE, "n\"1");

  @Test
  void text_hasQuestionOptionsAndAnswersApart() {
    assertEquals(
        """
        Predict: Is `a < b`?
          a. no & never
          b. yes

        Answers
          a. ✗ not this one: <b>wrong</b>
          b. ✓ right: *right*, it is\
        """,
        picture.text());
  }

  @Test
  void everyOption_isARadioButtonWithItsReason() {
    assertEquals(2, count("type=\"radio\" name=\"n&quot;1\" "));
    assertEquals(2, count("type=\"radio\" name=\"n&quot;1-click\" hidden"));
    assertEquals(1, count("aria-label=\"no &amp; never\""));
    assertEquals(2, count("role=\"status\""));
    assertTrue(picture.html().contains("<span>no &amp; never</span>"), picture.html());
    assertTrue(picture.html().contains("<em>right</em>, it is"), picture.html());
    assertFalse(picture.html().contains("<b>wrong</b>"), picture.html());
  }

  @Test
  void question_isTheLegendOfTheFieldset() {
    assertTrue(
        picture.html().contains("<legend><span class=\"kind\">Predict</span> Is <code>"),
        picture.html());
  }

  @Test
  void withoutStyleSheet_theButtonsAreHiddenAndTheAnswersFolded() {
    assertEquals(1, count("<form class=\"live\" method=\"dialog\" hidden=\"hidden\">"));
    assertEquals(1, count("<details><summary>Show the answers</summary>"));
  }

  @Test
  void page_needsNoScriptAndNoNetwork() {
    assertEquals(0, count("<script"));
    assertEquals(0, count("http"));
    assertEquals(0, count("url("));
    assertFalse(Pattern.compile("\\son[a-z]+=").matcher(picture.html()).find());
  }

  @Test
  void theSameGateShownTwice_hasButtonsOfItsOwn() {
    assertNotEquals(name(GatePicture.of(GATE)), name(GatePicture.of(GATE)));
  }

  private static String name(GatePicture picture) {
    Matcher name = Pattern.compile("name=\"([^\"]+)\"").matcher(picture.html());
    assertTrue(name.find());
    return name.group(1);
  }

  private int count(String part) {
    return picture.html().split(Pattern.quote(part), -1).length - 1;
  }
}
