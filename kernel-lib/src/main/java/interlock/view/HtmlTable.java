package interlock.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A Tablesaw table as an HTML table: its name as the caption, numbers aligned by their last digit,
 * a dash where a value is missing.
 *
 * @param html the table, in a box that scrolls sideways if the table is wide
 * @param text Tablesaw's own print of the same rows
 */
public record HtmlTable(String html, String text) implements Picture {
  /**
   * Returns the picture of a table.
   *
   * @param maxRows the number of rows shown at most, 1 or more; the rest is counted in one line
   * @throws IllegalArgumentException if {@code maxRows} is less than 1
   */
  public static HtmlTable of(Table table, int maxRows) {
    if (maxRows < 1) {
      throw new IllegalArgumentException("A table shows 1 row or more, not " + maxRows);
    }
    int rows = Math.min(table.rowCount(), maxRows);
    List<TableCells> columns = new ArrayList<>();
    for (Column<?> column : table.columns()) {
      columns.add(TableCells.of(column, rows));
    }
    return new HtmlTable(
        box(table, columns, rows), print(table, rows) + note(table, rows).indent(0).strip());
  }

  private static String box(Table table, List<TableCells> columns, int rows) {
    String label = table.name() == null || table.name().isBlank() ? "Table" : table.name();
    StringBuilder html = new StringBuilder();
    html.append("<div class=\"ilk table\" role=\"region\" tabindex=\"0\" aria-label=\"")
        .append(Html.escape(label))
        .append("\"><style>")
        .append(Theme.css())
        .append("</style>\n<table>\n<caption>")
        .append(Html.escape(label))
        .append("</caption>\n<thead><tr>");
    columns.forEach(column -> html.append(column.header()));
    html.append("</tr></thead>\n<tbody>\n");
    IntStream.range(0, rows).forEach(row -> html.append(row(columns, row)));
    html.append("</tbody>\n</table>\n");
    String note = note(table, rows);
    return html.append(note.isEmpty() ? "" : "<p>" + note + "</p>\n").append("</div>").toString();
  }

  private static String row(List<TableCells> columns, int row) {
    StringBuilder html = new StringBuilder("<tr>");
    columns.forEach(column -> html.append(column.cell(row)));
    return html.append("</tr>\n").toString();
  }

  private static String print(Table table, int rows) {
    return table.first(rows).print(Math.max(1, rows)) + "\n";
  }

  private static String note(Table table, int rows) {
    if (table.columnCount() == 0) {
      return "no columns";
    }
    if (table.rowCount() == 0) {
      return "no rows";
    }
    return rows == table.rowCount()
        ? ""
        : "showing %s of %s rows".formatted(Numbers.count(rows), Numbers.count(table.rowCount()));
  }
}
