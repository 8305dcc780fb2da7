package interlock.view;

import tech.tablesaw.api.Table;

/**
 * A Tablesaw table as an HTML table.
 *
 * @param html the table in a box that scrolls sideways if it must
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
    String text = table.print(maxRows);
    return new HtmlTable("<pre>" + Html.escape(text) + "</pre>", text);
  }
}
