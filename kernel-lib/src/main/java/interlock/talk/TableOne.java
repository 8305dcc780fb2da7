package interlock.talk;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Table 1 of the talk "High Performance Python": 36 projects that bring parallelism to Python, each
 * classified by how it runs, what it asks of the code and where it runs.
 *
 * <p>The scan has 35 lines, references [14] to [48]. One line, [30], names two projects, so the
 * table has 36 rows. One line, [25], has lost its project's name, and no source found gives it
 * back: it is a missing value. The talk itself counts "at least 34".
 *
 * <p>Source: Guillermo Cornejo, High Performance Python, CeNAT, February 2018, "Myth 3: No one else
 * is doing it".
 */
public final class TableOne {
  private static final String PROJECT = "Project";
  private static final String REFERENCE = "Reference";
  private static final String LANGUAGE = "Language support";
  private static final String RELEASE = "Latest release";

  private static final Pattern DATE = Pattern.compile("(?:([A-Z][a-z]{2})-)?(\\d{4})$");
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMM-uuuu", Locale.ENGLISH);

  private TableOne() {}

  /**
   * Returns the table, mended: 36 rows, the nine columns of the talk, and two read from the latest
   * release: {@code Release date}, the first of the month, missing where no month is given, and
   * {@code Release year}.
   */
  public static Table table() {
    Table mends = Sheet.read("table-one-mends.csv", "Mends");
    Table lines = Mends.apply(scan(), mends, REFERENCE).rejectColumns("Raw line");
    Table table = Columns.onePerRow(lines, PROJECT, cell -> List.of(cell.split(" \\| ", -1)));
    Columns.toInt(table, REFERENCE);
    StringColumn releases = table.stringColumn(RELEASE);
    table.addColumns(dates(releases), years(releases));
    return table.setName("Table 1: tools that provide parallelism in Python");
  }

  /**
   * Returns the 35 lines as the scanner read them: the same nine columns, cut but not changed, and
   * the whole line beside them. Line [25] has lost its number too, which its neighbours give.
   */
  public static Table scanned() {
    Table scan = scan();
    Columns.toInt(scan, REFERENCE);
    return scan;
  }

  /** Returns every correction: reference, column, as scanned, as mended, why. */
  public static Table mends() {
    Table mends = Sheet.read("table-one-mends.csv", "Table 1: mends of the scan");
    Columns.toInt(mends, REFERENCE);
    return mends;
  }

  /** Returns the cells of {@link #table()} that the talk leaves empty or the scan has lost. */
  public static Table gaps() {
    IntColumn references = IntColumn.create(REFERENCE);
    StringColumn projects = StringColumn.create(PROJECT);
    StringColumn columns = StringColumn.create("Missing");
    for (Row row : table()) {
      for (String column : scannedColumns()) {
        if (row.isMissing(column)) {
          references.append(row.getInt(REFERENCE));
          projects.append(row.getString(PROJECT));
          columns.append(column);
        }
      }
    }
    return Table.create("Table 1: what is missing", references, projects, columns);
  }

  /**
   * Returns the row of one project, upper or lower case.
   *
   * @throws IllegalArgumentException if the table has no such project; names the nearest
   */
  public static Table project(String name) {
    Table table = table();
    StringColumn projects = table.stringColumn(PROJECT);
    Table found = table.where(projects.equalsIgnoreCase(name.strip()));
    if (found.isEmpty() || name.isBlank()) {
      throw Nearest.unknown("project in Table 1", name, projects.removeMissing().asList());
    }
    return found;
  }

  /**
   * Returns {@link #table()} with one row for each value in the cells of the columns, so that rows
   * can be grouped by them: {@code SMP, Clusters} becomes two rows. Of the language support, the
   * values are the versions of Python. A missing cell stays one row.
   *
   * @throws IllegalArgumentException if the table has no such column of text; names the nearest
   */
  public static Table exploded(String... columns) {
    Table table = table();
    List<String> texts = Stream.of(table.stringColumns()).map(Column::name).toList();
    for (String column : columns) {
      if (!texts.contains(column)) {
        throw Nearest.unknown("column of text in Table 1", column, texts);
      }
      table = exploded(table, column);
    }
    return table;
  }

  private static Table exploded(Table table, String column) {
    return switch (column) {
      case LANGUAGE -> Columns.onePerRow(table, column, TableOne::versions);
      case RELEASE -> table;
      default -> Columns.onePerRow(table, column, cell -> List.of(cell.split(", ", -1)));
    };
  }

  private static Table scan() {
    return Sheet.read("table-one-scan.csv", "Table 1: as scanned");
  }

  private static List<String> scannedColumns() {
    return scan().rejectColumns("Raw line").columnNames();
  }

  /** {@code Full, Python 2/3} is Python 2 and Python 3; {@code Subset} says nothing. */
  private static List<String> versions(String cell) {
    String python = cell.substring(cell.indexOf(',') + 1).strip();
    return switch (python) {
      case "Python 2/3" -> List.of("Python 2", "Python 3");
      case "Full", "Subset" -> List.of("");
      default -> List.of(python);
    };
  }

  private static DateColumn dates(StringColumn releases) {
    DateColumn dates = DateColumn.create("Release date");
    for (String release : releases) {
      Matcher date = DATE.matcher(release);
      if (date.find() && date.group(1) != null) {
        dates.append(YearMonth.parse(date.group(), MONTH).atDay(1));
      } else {
        dates.appendMissing();
      }
    }
    return dates;
  }

  private static IntColumn years(StringColumn releases) {
    IntColumn years = IntColumn.create("Release year");
    for (String release : releases) {
      Matcher date = DATE.matcher(release);
      if (date.find()) {
        years.append(Integer.parseInt(date.group(2)));
      } else {
        years.appendMissing();
      }
    }
    return years;
  }
}
