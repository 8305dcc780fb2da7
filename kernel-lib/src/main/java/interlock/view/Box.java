package interlock.view;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something with an address: an object, a block of memory, a name that can be pointed from.
 *
 * @param id its name for arrows and the highlight
 * @param x the left edge, in pixels
 * @param y the upper edge, in pixels
 * @param text what it holds; it may have several lines
 * @param count the number in its counter, if it has one
 * @param state one of the six {@link Ink#meanings}, if it is in such a state
 */
public record Box(
    String id, double x, double y, String text, OptionalInt count, Optional<Ink> state)
    implements Part.Placed {
  static final double LINE = 22;
  private static final double PADDING = 12;
  private static final double SMALLEST = 44;

  /**
   * Checks the state.
   *
   * @throws IllegalArgumentException if the ink means no state
   */
  public Box {
    if (state.isPresent() && !state.get().isMeaning()) {
      throw new IllegalArgumentException(
          "The ink of a box means a state: one of %s, not %s"
              .formatted(Ink.meanings(), state.get()));
    }
  }

  /** Returns a box that is as large as its text. */
  public static Box at(String id, double x, double y, String text) {
    return new Box(id, x, y, text, OptionalInt.empty(), Optional.empty());
  }

  /** Gives the box a counter, such as the number of references to an object. */
  public Box counting(int references) {
    return new Box(id, x, y, text, OptionalInt.of(references), state);
  }

  /** Puts the box into a state. */
  public Box in(Ink meaning) {
    return new Box(id, x, y, text, count, Optional.of(meaning));
  }

  @Override
  public Area area() {
    double height = Math.max(SMALLEST, LINE * lines().size() + PADDING);
    return new Area(x, y, textWidth() + counterWidth(), height);
  }

  /** Returns the lines of the text. */
  List<String> lines() {
    return text.lines().toList();
  }

  /** Returns the width of the part that holds the text. */
  double textWidth() {
    double widest = lines().stream().mapToDouble(TypeSize.LABEL::width).max().orElse(0);
    return Math.max(SMALLEST, widest + 2 * PADDING);
  }

  /** Returns the width of the counter, 0 if there is none. */
  double counterWidth() {
    return count.isPresent()
        ? Math.max(28, TypeSize.LABEL.width(Integer.toString(count.getAsInt())) + 14)
        : 0;
  }

  @Override
  public String words() {
    return id
        + (text.equals(id) ? "" : ": " + String.join(", ", lines()))
        + (count.isPresent() ? ", counts " + count.getAsInt() : "")
        + state.map(ink -> ", " + ink.meaning()).orElse("");
  }
}
