package interlock.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interlock.gil.published.PublishedFigure;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/** Published figures and their assumptions as tables. */
class Tables_PublishedTest {
  private static PublishedFigure figure(String what, double published, double simulated) {
    return new PublishedFigure(
        what,
        published,
        "requests a second",
        PublishedFigure.Use.PREDICTED,
        "a source",
        "a workload",
        "a machine",
        List.of("assumed: nothing", "assumed: " + what),
        () -> simulated);
  }

  private static final List<PublishedFigure> TWO =
      List.of(figure("small", 2.5, 2.004), figure("large", 30_000, 30_723.24));

  @Test
  void figure_standsBesideItsSimulation() {
    Table table = Tables.published(TWO);
    assertEquals(2.0, table.doubleColumn("Simulated").get(0));
    assertEquals(0.8, table.doubleColumn("Ratio").get(0));
    assertEquals("predicted", table.stringColumn("Model").get(0));
  }

  @Test
  void largeFiguresAlone_haveNoDecimals() {
    Table table = Tables.published(List.of(figure("large", 30_000, 30_723.24)));
    assertEquals(30_723.0, table.doubleColumn("Simulated").get(0));
  }

  @Test
  void assumptionOfTwoFigures_isThereOnce() {
    assertEquals(
        List.of("a source", "a machine", "assumed: nothing", "assumed: small", "assumed: large"),
        Tables.assumptions(TWO).stringColumn(0).asList());
  }
}
