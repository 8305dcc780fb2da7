package interlock.notebook.jjava;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CellTextTest {
  private static int lineOfNext(CellText text, String source) {
    CellText.Span span = text.find(source);
    text.passed(span);
    return text.lineOf(span.begin());
  }

  @Test
  void equalStatements_areFoundOneAfterTheOther() {
    CellText text = new CellText(1, "f();\n\nf();\nf()");
    assertEquals(1, lineOfNext(text, "f();"));
    assertEquals(3, lineOfNext(text, "f();"));
    assertEquals(4, lineOfNext(text, "f();"));
  }

  @Test
  void variablesOfOneStatement_areOnItsLine() {
    CellText text = new CellText(1, "g();\nint a = 1, b = 2;\nh();");
    assertEquals(1, lineOfNext(text, "g();"));
    assertEquals(2, lineOfNext(text, "int a = 1, b = 2;"));
    assertEquals(2, lineOfNext(text, "int a = 1, b = 2;"));
    assertEquals(3, lineOfNext(text, "h();"));
  }

  @Test
  void bodyOfACellMagic_isFoundBelowIt() {
    CellText text = new CellText(1, "%%time\nint a = 1;\nf();");
    assertEquals(2, lineOfNext(text, "int a = 1;"));
    assertEquals(3, lineOfNext(text, "f();"));
  }

  @Test
  void lineMagic_isItsLine() {
    CellText text = new CellText(1, "f();\n%maven a:b:1\ng();");
    assertEquals(1, lineOfNext(text, "f();"));
    CellText.Span magic = text.find("org.dflib.jjava.BaseNotebookStatics.lineMagic(x);");
    assertTrue(magic.magic());
    assertEquals(2, text.lineOf(magic.begin()));
    text.passed(magic);
    assertEquals(3, lineOfNext(text, "g();"));
  }

  @Test
  void codeFromElsewhere_isNotInTheText() {
    assertFalse(new CellText(1, "f();").find("g();").known());
  }
}
