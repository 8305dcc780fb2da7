package interlock.view;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An array: equal cells in rows, side by side in memory.
 *
 * @param id its name for arrows and the highlight
 * @param x the left edge, in pixels
 * @param y the upper edge, in pixels
 * @param rows the cells, row by row; a list of one row is a one-dimensional array
 */
public record Cells(String id, double x, double y, List<List<String>> rows) implements Part.Placed {
  static final double ROW = 32;
  private static final double NARROWEST = 40;

  /**
   * Keeps the rows.
   *
   * @throws IllegalArgumentException if the rows differ in length
   */
  public Cells {
    rows = rows.stream().map(List::copyOf).toList();
    if (rows.stream().map(List::size).distinct().count() > 1) {
      throw new IllegalArgumentException(
          "The rows of an array are equally long, not "
              + rows.stream()
                  .map(List::size)
                  .map(String::valueOf)
                  .collect(Collectors.joining(", ")));
    }
  }

  /** Returns an array of one row. */
  public static Cells row(String id, double x, double y, List<String> items) {
    return new Cells(id, x, y, List.of(items));
  }

  /** Returns the width of a cell that holds each of these words. */
  static double width(List<String> items) {
    double widest = items.stream().mapToDouble(TypeSize.LABEL::width).max().orElse(0);
    return Math.max(NARROWEST, widest + 20);
  }

  /** Returns the width of each cell. */
  double cell() {
    return width(rows.stream().flatMap(List::stream).toList());
  }

  @Override
  public Area area() {
    int columns = rows.isEmpty() ? 0 : rows.getFirst().size();
    return new Area(x, y, cell() * Math.max(1, columns), ROW * Math.max(1, rows.size()));
  }

  @Override
  public String words() {
    return rows.stream()
        .map(row -> String.join(" ", row))
        .collect(Collectors.joining("; ", id + ": ", ""));
  }
}
