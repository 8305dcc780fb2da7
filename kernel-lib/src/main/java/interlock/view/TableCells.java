package interlock.view;

import java.util.stream.IntStream;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;

/** The cells of one column as HTML. */
final class TableCells {
  private final Column<?> column;
  private final Numbers numbers;

  private TableCells(Column<?> column, Numbers numbers) {
    this.column = column;
    this.numbers = numbers;
  }

  /** Returns the cells of a column; the decimals are chosen by the rows that are shown. */
  static TableCells of(Column<?> column, int rows) {
    double[] shown =
        column instanceof NumericColumn<?> numeric
            ? IntStream.range(0, rows)
                .filter(row -> !numeric.isMissing(row))
                .mapToDouble(numeric::getDouble)
                .toArray()
            : new double[0];
    return new TableCells(column, Numbers.of(shown));
  }

  String header() {
    return "<th scope=\"col\""
        + (isNumeric() ? " class=\"n\"" : "")
        + ">"
        + Html.escape(column.name())
        + "</th>";
  }

  String cell(int row) {
    return column.isMissing(row)
        ? "<td" + side() + " aria-label=\"missing\">–</td>"
        : "<td" + side() + ">" + Html.escape(value(row)) + "</td>";
  }

  /** Numbers stand to the right; only strings may break into lines. */
  private String side() {
    boolean breaks = column.type() == ColumnType.STRING;
    return isNumeric() ? " class=\"n\"" : breaks ? "" : " class=\"w\"";
  }

  private boolean isNumeric() {
    return column instanceof NumericColumn<?>;
  }

  private String value(int row) {
    if (column.type() == ColumnType.LONG) {
      return Numbers.format((Long) column.get(row));
    }
    return column instanceof NumericColumn<?> numeric
        ? numbers.format(numeric.getDouble(row))
        : column.getString(row);
  }
}
