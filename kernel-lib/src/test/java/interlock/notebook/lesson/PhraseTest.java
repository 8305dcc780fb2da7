package interlock.notebook.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      value = {
        "plain ~ plain",
        "`a < b` and *so* ~ <code>a &lt; b</code> and <em>so</em>",
        "<script>alert(1)</script> ~ &lt;script&gt;alert(1)&lt;/script&gt;",
        "`*x*` ~ <code>*x*</code>",
        "*`x`* ~ <em>`x`</em>",
        "2 * 3 * 4 ~ 2 * 3 * 4",
        "**bold** ~ **bold**",
        "`open ~ `open",
        "*open ~ *open",
        "*a b* and *c* ~ <em>a b</em> and <em>c</em>",
        "[link](x) & _under_ ~ [link](x) &amp; _under_",
      })
  void markup_isCodeAndEmphasisAlone(String phrase, String html) {
    assertEquals(html, Phrase.html(phrase));
  }

  @Test
  void plainText_hasNoMarkup() {
    assertEquals("a $1 and so, 2 * 3", Phrase.plain("`a $1` and *so*, 2 * 3"));
  }
}
