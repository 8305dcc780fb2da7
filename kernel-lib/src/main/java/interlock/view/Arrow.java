package interlock.view;

/**
 * An arrow from one part of a {@link Diagram} to another. A thick one owns, and is counted; a thin
 * one borrows.
 *
 * @param from the id of the part where it starts
 * @param to the id of the part that it points to; it may be the same
 * @param owns whether it owns what it points to
 */
public record Arrow(String from, String to, boolean owns) implements Part {
  /** Returns a thick arrow. */
  public static Arrow owns(String from, String to) {
    return new Arrow(from, to, true);
  }

  /** Returns a thin arrow. */
  public static Arrow borrows(String from, String to) {
    return new Arrow(from, to, false);
  }

  @Override
  public String words() {
    return from + (owns ? " owns " : " borrows ") + to;
  }
}
