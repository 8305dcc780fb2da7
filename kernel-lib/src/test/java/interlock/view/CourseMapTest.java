package interlock.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class CourseMapTest {
  private static final Table TALKS =
      Table.create(StringColumn.create("Talk", "talk1"), StringColumn.create("Title", "A & B"));
  private static final Table COVERAGE =
      Table.create(
          StringColumn.create("Talk", "talk1", "talk1", "talk1", "talk1"),
          StringColumn.create("Id", "1.1", "1.2", "1.3", "1.4"),
          StringColumn.create("Title", "New", "Begun", "Done", "<Later>"),
          StringColumn.create("Notebook", "a.ipynb", "b.ipynb", "c.ipynb", ""),
          IntColumn.create("Minutes", 5, 6, 7, 8));
  private static final Table VISITED =
      Table.create(
          StringColumn.create("Notebook", "a.ipynb", "b.ipynb", "c.ipynb"),
          IntColumn.create("Cells run", 0, 5, 1),
          IntColumn.create("Cells", 3, 12, 1));

  @Test
  void eachReadyLesson_saysInSignAndWordsHowMuchWasRun() {
    CourseMap map = CourseMap.of(TALKS, COVERAGE, VISITED);

    assertTrue(
        map.text()
            .startsWith("3 of 4 sections are ready. You have begun 2 of them and run all of 1."),
        map.text());
    assertTrue(map.text().contains("a.ipynb  ○ not begun"), map.text());
    assertTrue(map.text().contains("b.ipynb  ◐ 5 of 12 cells run"), map.text());
    assertTrue(map.text().contains("c.ipynb  ● its one cell run"), map.text());
    assertTrue(
        map.html().contains("<span aria-hidden=\"true\">◐ </span>5 of 12 cells run"), map.html());
  }

  @Test
  void withoutMarks_theMapIsAsItWas() {
    CourseMap map = CourseMap.of(TALKS, COVERAGE);

    assertTrue(map.text().startsWith("3 of 4 sections are ready.\n"), map.text());
    assertFalse(map.html().contains("class=\"run\""), map.html());
  }

  @Test
  void links_areThereForWhatIsReady() {
    String html = CourseMap.of(TALKS, COVERAGE, VISITED).html();

    assertEquals(3, html.split("<a href=", -1).length - 1);
    assertTrue(
        html.contains("<li class=\"planned\"><span class=\"id\">1.4</span>&lt;Later&gt;</li>"),
        html);
    assertTrue(html.contains("talk1 · A &amp; B"), html);
  }
}
