package interlock.talk;

import java.util.List;
import java.util.function.Function;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** From columns of text to columns of numbers, and from one row to several. */
final class Columns {
  private Columns() {}

  /** Replaces a text column by the whole numbers in it; {@code 3.} counts as 3. */
  static void toInt(Table table, String name) {
    StringColumn text = table.stringColumn(name);
    IntColumn numbers = IntColumn.create(name);
    for (String cell : text) {
      if (cell.isEmpty()) {
        numbers.appendMissing();
      } else {
        numbers.append(Integer.parseInt(cell.replace(".", "")));
      }
    }
    table.replaceColumn(name, numbers);
  }

  /**
   * Replaces a text column by the numbers in it, under a new name; {@code +5.4 %} counts as 5.4.
   */
  static void toDouble(Table table, String name, String newName) {
    StringColumn text = table.stringColumn(name);
    DoubleColumn numbers = DoubleColumn.create(newName);
    for (String cell : text) {
      if (cell.isEmpty()) {
        numbers.appendMissing();
      } else {
        numbers.append(Double.parseDouble(cell.replace("%", "").strip()));
      }
    }
    table.replaceColumn(name, numbers);
  }

  /** Returns a copy of {@code table} with one row for each value that {@code split} finds. */
  static Table onePerRow(Table table, String name, Function<String, List<String>> split) {
    Table rows = table.emptyCopy();
    StringColumn values = StringColumn.create(name);
    for (Row row : table) {
      for (String value : split.apply(row.getString(name))) {
        rows.append(row);
        values.append(value);
      }
    }
    rows.replaceColumn(name, values);
    return rows;
  }
}
