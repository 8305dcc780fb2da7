package interlock.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class HtmlTableTest {
  private static Table languages() {
    return Table.create(
        "Languages & <b>ranks</b>",
        StringColumn.create("language", "Python", "<script>alert(1)</script>", null, "C"),
        IntColumn.create("year", new Integer[] {1991, 1995, null, 1972}),
        DoubleColumn.create("share %", new double[] {12.5, 3.25, Double.NaN, 100}),
        DoubleColumn.create("measured", new double[] {1 / 3.0, -2e-9, 1234.5678, 7}),
        LongColumn.create("lines", 1, 20_000, Long.MAX_VALUE, 4),
        BooleanColumn.create("typed", false, true, false, true),
        DateColumn.create("seen", LocalDate.of(2020, 1, 2), null, null, LocalDate.of(2021, 3, 4)));
  }

  private static Table numbers(int rows) {
    return Table.create("numbers", IntColumn.create("n", IntStream.range(0, rows).toArray()));
  }

  @Test
  void tableOfEveryKind_isTheGolden() {
    HtmlTable picture = HtmlTable.of(languages(), 20);
    Golden.assertGolden("table.html", Golden.withoutStyle(picture.html()));
    Golden.assertGolden("table.txt", picture.text());
  }

  @Test
  void table_isWellFormedWithScopedHeaders() throws Exception {
    Markup markup = Markup.parse(HtmlTable.of(languages(), 20).html());
    assertEquals(7, markup.all("th").size());
    for (Element header : markup.all("th")) {
      assertEquals("col", header.getAttribute("scope"));
    }
    assertEquals("Languages & <b>ranks</b>", markup.texts("caption").getFirst());
  }

  @Test
  void markupInCells_showsAsText() {
    String html = HtmlTable.of(languages(), 20).html();
    assertFalse(html.contains("<script"));
    assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
  }

  @Test
  void missingValues_areDashes() throws Exception {
    Markup markup = Markup.parse(HtmlTable.of(languages(), 20).html());
    assertEquals(5, markup.texts("td").stream().filter("–"::equals).count());
    assertEquals(5, markup.values("aria-label").stream().filter("missing"::equals).count());
  }

  @Test
  void moreRowsThanShown_areCountedInOneLine() throws Exception {
    HtmlTable picture = HtmlTable.of(numbers(1000), 20);
    Markup markup = Markup.parse(picture.html());
    assertEquals(21, markup.all("tr").size());
    assertEquals("showing 20 of 1,000 rows", markup.texts("p").getFirst());
    assertTrue(picture.text().endsWith("showing 20 of 1,000 rows"));
  }

  @Test
  void allRowsShown_saysNothing() throws Exception {
    assertTrue(Markup.parse(HtmlTable.of(numbers(20), 20).html()).all("p").isEmpty());
  }

  @Test
  void emptyTables_saySo() throws Exception {
    assertEquals("no rows", Markup.parse(HtmlTable.of(numbers(0), 5).html()).texts("p").getFirst());
    HtmlTable nothing = HtmlTable.of(Table.create(), 5);
    assertEquals("no columns", Markup.parse(nothing.html()).texts("p").getFirst());
  }

  @Test
  void noRowsAsked_isRefused() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> HtmlTable.of(numbers(3), 0));
    assertEquals("A table shows 1 row or more, not 0", e.getMessage());
  }
}
