package interlock.view;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Things that are consumed in order, such as instructions or a queue, with a mark at the next.
 *
 * @param id its name for arrows and the highlight
 * @param x the left edge, in pixels
 * @param y the upper edge of the mark, in pixels
 * @param items from first to last
 * @param next the place of the item that is next, from 0; the number of items when all are consumed
 */
public record Strip(String id, double x, double y, List<String> items, int next)
    implements Part.Placed {
  static final double ROW = 36;
  static final double MARK = 14;

  /**
   * Checks the place.
   *
   * @throws IllegalArgumentException if {@code next} is no place of the strip
   */
  public Strip {
    items = List.copyOf(items);
    if (next < 0 || next > items.size()) {
      throw new IllegalArgumentException(
          "A strip of %d items is at 0 to %d, not %d".formatted(items.size(), items.size(), next));
    }
  }

  /** Returns the places of the items. */
  List<Area> cells() {
    double[] left = {x};
    return items.stream()
        .map(item -> {
          Area cell = new Area(left[0], y + MARK, Cells.width(List.of(item)), ROW);
          left[0] = cell.right();
          return cell;
        })
        .toList();
  }

  @Override
  public Area area() {
    double width = items.stream().mapToDouble(item -> Cells.width(List.of(item))).sum();
    return new Area(x, y, Math.max(MARK, width), ROW + MARK);
  }

  @Override
  public String words() {
    return IntStream.range(0, items.size())
        .mapToObj(i -> (i == next ? "next " : i < next ? "done " : "") + items.get(i))
        .collect(Collectors.joining(", ", id + ": ", ""));
  }
}
