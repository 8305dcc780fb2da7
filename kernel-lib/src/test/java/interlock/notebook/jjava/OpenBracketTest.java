package interlock.notebook.jjava;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenBracketTest {
  private static String first(String code) {
    return OpenBracket.text(new CellText(1, code), code).lines().findFirst().orElse("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "for (;;) { if (a[0] # ( # 1",
        "f(')', \"}\"); /* ) */ int a = 1; /* # comment # 1",
        "String s = \"\"\"|abc # text block # 1",
        "int a;|{ // } # { # 2",
        "f(\"\\\"\", 'x' # ( # 1",
      })
  void openBracket_isNamedWithItsLine(String code, String what, int line) {
    String expected =
        "The cell ends too early: the %s on line %d is not closed.".formatted(what, line);
    assertEquals(expected, first(code.replace('|', '\n')));
  }

  @Test
  void statementWithoutEnd_isToldAtTheEnd() {
    String text = OpenBracket.text(new CellText(1, "int x =\n"), "int x =");
    assertEquals("The cell ends in the middle of a statement.", first("int x =\n"));
    assertTrue(text.endsWith("    int x =\n           ^"), text);
  }
}
