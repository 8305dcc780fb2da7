package interlock.talk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

class RankingsTest {
  @Test
  void ieee_isTheTopTenOf2017() {
    Table ieee = Rankings.ieee();

    assertEquals(List.of("Rank", "Language", "Ranking"), ieee.columnNames());
    assertEquals(
        List.of("Python", "C", "Java", "C++", "C#", "R", "JavaScript", "PHP", "Go", "Swift"),
        ieee.stringColumn("Language").asList());
    assertArrayEquals(
        new double[] {100, 99.7, 99.5, 97.1, 87.7, 87.7, 85.6, 81.2, 75.1, 73.7},
        ieee.doubleColumn("Ranking").asDoubleArray());
  }

  @Test
  void pypl_hasSharesAndTrends() {
    Table pypl = Rankings.pypl();

    assertEquals(
        List.of("Java", "Python", "PHP", "JavaScript", "C#"),
        pypl.stringColumn("Language").asList());
    assertArrayEquals(
        new double[] {22.76, 20.76, 8.7, 8.49, 7.99},
        pypl.doubleColumn("Share (%)").asDoubleArray());
    assertArrayEquals(
        new double[] {-1.3, 5.4, -1.8, 0.3, -0.8},
        pypl.doubleColumn("Trend (points)").asDoubleArray());
  }

  @Test
  void tiobe_hasRatingsAndRanksOfBothYears() {
    Table tiobe = Rankings.tiobe();

    assertEquals(
        List.of("Java", "C", "C++", "Python", "C#"), tiobe.stringColumn("Language").asList());
    assertEquals(List.of(1, 2, 3, 5, 4), tiobe.intColumn("Rank a year before").asList());
    assertArrayEquals(
        new double[] {14.215, 11.037, 5.603, 4.678, 3.754},
        tiobe.doubleColumn("Rating (%)").asDoubleArray());
  }

  @Test
  void ranks_riseAndFiguresFall() {
    Stream.of(Rankings.ieee(), Rankings.pypl(), Rankings.tiobe())
        .forEach(table -> {
          String figure =
              table
                  .doubleColumn(
                      table.columnNames().stream()
                          .filter(n -> n.matches("Ranking|Share.*|Rating.*"))
                          .findFirst()
                          .orElseThrow())
                  .name();
          for (int i = 0; i < table.rowCount(); i++) {
            assertEquals(i + 1, table.intColumn("Rank").get(i));
            assertTrue(
                i == 0
                    || table.doubleColumn(figure).get(i) <= table.doubleColumn(figure).get(i - 1));
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"ieee", "pypl", "tiobe"})
  void scannedLine_isItsCellsOneAfterTheOther(String ranking) {
    for (Row line : Rankings.scanned(ranking)) {
      StringBuilder cells = new StringBuilder();
      for (int i = 1; i < line.columnCount() - 1; i++) {
        cells.append(line.getString(i));
      }
      assertEquals(line.getString("Raw line").replace(" ", ""), cells.toString().replace(" ", ""));
    }
  }

  @Test
  void everyMend_changesACellOfTheScanAndSaysWhy() {
    for (Row mend : Rankings.mends()) {
      Table scan = Rankings.scanned(mend.getString("Table"));
      String scanned = scan.getString(mend.getInt("Row") - 1, mend.getString("Column"));
      assertEquals(scanned, mend.getString("As scanned"));
      assertNotEquals(scanned, mend.getString("As mended"));
      assertTrue(mend.getString("Why").length() > 10);
    }
  }

  @Test
  void unknownRanking_isRefusedWithTheNearestNames() {
    String e = Refusal.of(() -> Rankings.scanned("tioba"));

    assertEquals("No ranking \"tioba\": the nearest are tiobe, ieee and pypl.", e);
  }
}
