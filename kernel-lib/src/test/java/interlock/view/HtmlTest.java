package interlock.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HtmlTest {
  @Test
  void markup_isEscaped() {
    assertEquals("&lt;a href=&quot;&#39;&amp;&quot;&gt;", Html.escape("<a href=\"'&\">"));
  }

  @Test
  void charactersThatXmlForbids_areReplaced() {
    assertEquals("a\uFFFDb\uFFFDc\uFFFD", Html.escape("a\0b\u001Bc\uD800"));
  }

  @Test
  void lettersOfAnyPlane_stay() {
    assertEquals("π²\n😀", Html.escape("π²\n😀"));
  }
}
