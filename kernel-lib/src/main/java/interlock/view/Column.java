package interlock.view;

import java.util.List;

/**
 * A stack: what came last lies on top. It stands on its base line and grows upward.
 *
 * @param id its name for arrows and the highlight
 * @param x the left edge, in pixels
 * @param base the base line, in pixels from the top; the stack needs {@value #ROW} above it for
 *     each item
 * @param items from the bottom to the top
 */
public record Column(String id, double x, double base, List<String> items) implements Part.Placed {
  static final int ROW = 32;

  /** Keeps the items. */
  public Column {
    items = List.copyOf(items);
  }

  @Override
  public Area area() {
    double height = ROW * Math.max(1, items.size());
    return new Area(x, base - height, Cells.width(items), height);
  }

  @Override
  public String words() {
    return id
        + " (top first): "
        + (items.isEmpty() ? "empty" : String.join(", ", items.reversed()));
  }
}
