package interlock.notebook.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Gate_ParseTest {

  @Test
  void questionAndOptions_areRead() {
    Gate gate =
        Gate.parse(
            "past-the-cores",
            """
            You double the threads.
            The speedup …
            - doubles. | Only until the cores are busy.
            + stops at the cores. | Yes. They take turns,
              and share the cores.
            """);

    assertEquals("You double the threads. The speedup …", gate.question());
    assertEquals(
        List.of(
            new Option("doubles.", false, "Only until the cores are busy."),
            new Option("stops at the cores.", true, "Yes. They take turns, and share the cores.")),
        gate.options());
  }

  @Test
  void barInCode_belongsToTheOption() {
    Gate gate = Gate.parse("or", "Which?\n+ `a | b` | both bits\n- `a || b` | a boolean");

    assertEquals("`a | b`", gate.options().getFirst().text());
    assertEquals("both bits", gate.options().getFirst().reason());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "x; + a | b~- c | d; asks nothing",
        "x; ''; asks nothing",
        "x; Why?; has no option",
        "x; Why?~+ a | b; has one option only",
        "x; Why?~- a | b~- c | d; has no right option",
        "x; Why?~+ a~- c | d; \"a\" has no reason",
        "x; Why?~+ a |~- c | d; \"a\" has no reason",
        "x; Why?~+ | b~- c | d; an option says nothing",
        "X y; Why?~+ a | b~- c | d; words joined by hyphens",
        "''; Why?~+ a | b~- c | d; words joined by hyphens",
      })
  void badText_isRefusedInOneSentence(String id, String text, String part) {
    String sentence =
        String.valueOf(
            assertThrows(
                    IllegalArgumentException.class, () -> Gate.parse(id, text.replace('~', '\n')))
                .getMessage());

    assertTrue(sentence.contains(part), sentence);
    assertTrue(sentence.endsWith("."), sentence);
    assertEquals(-1, sentence.indexOf('\n'), sentence);
    assertTrue(sentence.contains(id), sentence);
  }
}
