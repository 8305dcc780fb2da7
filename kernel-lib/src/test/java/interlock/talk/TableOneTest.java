package interlock.talk;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

class TableOneTest {
  @Test
  void table_hasAllProjectsInTheTalksOrder() {
    Table table = TableOne.table();

    assertEquals(36, table.rowCount());
    assertEquals(
        IntStream.rangeClosed(14, 48).boxed().toList(),
        table.intColumn("Reference").asList().stream().distinct().toList());
    assertEquals("Bohrium", table.stringColumn("Project").get(0));
    assertEquals("Pyfora", table.stringColumn("Project").get(35));
  }

  @Test
  void table_hasTypedColumnsAndACaption() {
    Table table = TableOne.table();

    assertEquals(
        "Project, Reference, Execution strategy, Parallel paradigm, Vector data oriented,"
            + " Language support, Code modifications, Parallel platform, Latest release,"
            + " Release date, Release year",
        String.join(", ", table.columnNames()));
    assertEquals(ColumnType.INTEGER, table.column("Reference").type());
    assertEquals(ColumnType.LOCAL_DATE, table.column("Release date").type());
    assertEquals(ColumnType.INTEGER, table.column("Release year").type());
    assertTrue(table.toString().contains("Table 1"));
  }

  @Test
  void categories_areTheOnesThatTheTalkUses() {
    Map<String, Set<String>> expected =
        Map.of(
            "Execution strategy", Set.of("Interpreted", "Compiled", "Binary binding"),
            "Parallel paradigm", Set.of("Data", "Task", "MsgPsg", "MapRed"),
            "Vector data oriented", Set.of("Yes", "No"),
            "Language support", Set.of("Python 2", "Python 3", "Python", ""),
            "Code modifications", Set.of("None", "FunCall", "JobSub", "Annotations", ""),
            "Parallel platform", Set.of("SMP", "GPU", "Clusters"));

    expected.forEach((column, values) ->
        assertEquals(values, TableOne.exploded(column).stringColumn(column).asSet(), column));
  }

  @Test
  void scannedLine_isItsCellsOneAfterTheOther() {
    Table scan = TableOne.scanned();

    assertEquals(35, scan.rowCount());
    for (Row line : scan) {
      StringBuilder cells = new StringBuilder(line.getString("Project"));
      if (!line.getString("Project").isEmpty()) {
        cells.append('[').append(line.getInt("Reference")).append(']');
      }
      for (int i = 2; i < 9; i++) {
        cells.append(line.getString(i));
      }
      assertEquals(withoutSpace(line.getString("Raw line")), withoutSpace(cells.toString()));
    }
  }

  @Test
  void everyMend_changesACellOfTheScanAndSaysWhy() {
    Table scan = TableOne.scanned();
    for (Row mend : TableOne.mends()) {
      String scanned = mend.getString("As scanned");
      assertEquals(
          scanned, scan.getString(mend.getInt("Reference") - 14, mend.getString("Column")));
      assertNotEquals(scanned, mend.getString("As mended"));
      assertFalse(mend.getString("Why").isBlank());
    }
  }

  @Test
  void everyDifferenceFromTheScan_isAMend() {
    Table table = TableOne.table();
    Table scan = TableOne.scanned();
    Set<String> mended = new HashSet<>();
    TableOne.mends()
        .forEach(mend -> mended.add(mend.getInt("Reference") + mend.getString("Column")));
    for (Row row : table) {
      int line = row.getInt("Reference") - 14;
      for (String column : scan.rejectColumns("Reference", "Raw line").columnNames()) {
        boolean same = row.getString(column).equals(scan.stringColumn(column).get(line));
        assertEquals(!mended.contains(row.getInt("Reference") + column), same, column + line);
      }
    }
  }

  @Test
  void lineOfTwoProjects_becomesTwoRows() {
    Table two = TableOne.table();
    two = two.where(two.intColumn("Reference").isEqualTo(30));

    assertEquals(Set.of("PyCuda", "PyOpenCL"), two.stringColumn("Project").asSet());
    assertEquals(2, two.rowCount());
  }

  @Test
  void lostName_isMissingAndListedAsAGap() {
    Table gaps = TableOne.gaps();
    Table names = gaps.where(gaps.stringColumn("Missing").isEqualTo("Project"));

    assertEquals(1, names.rowCount());
    assertEquals(25, names.intColumn("Reference").get(0));
    assertTrue(TableOne.table().row(11).isMissing("Project"));
  }

  @Test
  void release_givesDateOnlyWhereTheMonthIsKnown() {
    assertAll(
        () -> assertEquals(LocalDate.of(2017, 1, 1), release("Daskarray")),
        () -> assertEquals(LocalDate.of(2015, 8, 1), release("SCOOP")),
        () -> assertEquals(LocalDate.of(2016, 7, 1), release("Multiprocessing")),
        () -> assertEquals(null, release("CoArray")),
        () -> assertEquals(2004, TableOne.project("CoArray").intColumn("Release year").get(0)),
        () -> assertTrue(TableOne.project("Pydron").row(0).isMissing("Release year")));
  }

  @Test
  void explodedPlatform_countsEachPlatform() {
    Table platforms = TableOne.exploded("Parallel platform");

    assertEquals(
        platforms.rowCount(),
        TableOne.table().stringColumn("Parallel platform").asList().stream()
            .mapToInt(cell -> cell.split(",", -1).length)
            .sum());
    assertEquals(
        3, platforms.where(platforms.stringColumn("Project").isEqualTo("Theano")).rowCount());
  }

  @Test
  void explodedByTwoColumns_pairsEveryValueWithEveryValue() {
    Table pairs = TableOne.exploded("Parallel platform", "Parallel paradigm");
    Table asp = pairs.where(pairs.stringColumn("Project").isEqualTo("ASP"));
    List<String> seen =
        asp.stream()
            .map(row ->
                row.getString("Parallel paradigm") + " on " + row.getString("Parallel platform"))
            .sorted()
            .toList();
    assertEquals(List.of("Data on GPU", "Data on SMP", "Task on GPU", "Task on SMP"), seen);
  }

  @Test
  void explodedByAVersion_keepsProjectsThatStateNone() {
    Table versions = TableOne.exploded("Language support");

    assertEquals(36, versions.stringColumn("Project").unique().size());
    assertEquals(2, versions.where(versions.stringColumn("Project").isEqualTo("Numba")).rowCount());
  }

  @Test
  void grouping_hasOneGroupOfMissingCells() {
    Table counts = TableOne.exploded("Language support").countBy("Language support");

    assertEquals(4, counts.rowCount());
    assertEquals(2, TableOne.table().stringColumn("Language support").countMissing());
    assertEquals(1, TableOne.table().countBy("Latest release").stringColumn(0).countMissing());
  }

  @Test
  void unknownColumn_isRefusedWithTheNearestNames() {
    String e = Refusal.of(() -> TableOne.exploded("Paralel platform"));

    assertTrue(e.contains("the nearest are Parallel platform"), e);
  }

  @Test
  void unknownProject_isRefusedWithTheNearestNames() {
    String e = Refusal.of(() -> TableOne.project("numbra"));

    assertEquals(
        "No project in Table 1 \"numbra\": the nearest are Numba", e.substring(0, e.indexOf(',')));
  }

  @Test
  void changedCopy_changesNoOtherTable() {
    TableOne.table().stringColumn("Project").set(0, "changed");

    assertEquals("Bohrium", TableOne.table().stringColumn("Project").get(0));
  }

  private static @Nullable LocalDate release(String project) {
    return TableOne.project(project).dateColumn("Release date").get(0);
  }

  private static String withoutSpace(String text) {
    return text.replace(" ", "");
  }
}
