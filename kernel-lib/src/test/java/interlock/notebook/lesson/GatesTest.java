package interlock.notebook.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import interlock.view.Notice;
import org.junit.jupiter.api.Test;

class GatesTest {
  private static final String ONE = "One?\n+ a | because\n- b | because";
  private static final String OTHER = "Other?\n+ a | because\n- b | because";
  private static final Notice CLASH =
      Notice.wrong(
          "Two gates have the id x: give this one another, or restart the kernel if the other is gone.");

  private final Gates gates = new Gates();

  @Test
  void twoGatesOfOneId_areOneSentence() {
    shown(gates.show("x", ONE, "first"));

    assertEquals(CLASH, gates.show("x", OTHER, "second"));
  }

  @Test
  void theSameCell_mayChangeItsGate() {
    shown(gates.show("x", ONE, "first"));
    shown(gates.show("x", OTHER, "first"));
    shown(gates.show("x", ONE, "first"));
  }

  @Test
  void theSameGate_mayBeShownInTwoCells() {
    shown(gates.show("x", ONE, "first"));
    shown(gates.show("x", ONE, "second"));

    assertEquals(CLASH, gates.show("x", OTHER, "second"));
  }

  @Test
  void withoutCells_theQuestionDecides() {
    shown(gates.show("x", ONE, null));
    shown(gates.show("x", ONE.replace("because", "since"), null));

    assertEquals(CLASH, gates.show("x", OTHER, null));
  }

  @Test
  void badText_isOneSentenceAndTakesNoId() {
    assertEquals(
        Notice.wrong(
            "The gate x has no option: write one a line, + before a right one, - before a wrong."),
        gates.show("x", "One?", "first"));
    shown(gates.show("x", OTHER, "second"));
  }

  private static void shown(Object value) {
    assertInstanceOf(GatePicture.class, value);
  }
}
