package interlock.view;

/** The shapes of the course's pictures, and what each of them means. There are no others. */
public enum Shape {
  /** {@link Box}. */
  BOX("box", "Something with an address: an object, a block of memory."),
  /** {@link Arrow#owns}. */
  THICK_ARROW("thick arrow", "Owns what it points to, and is counted there."),
  /** {@link Arrow#borrows}. */
  THIN_ARROW("thin arrow", "Borrows: it points, and is not counted."),
  /** {@link Box#counting}. */
  COUNTER("counter", "A count, inside the object that has it."),
  /** {@link Column}. */
  COLUMN("column", "A stack: it grows upward, and what came last is on top."),
  /** {@link Strip}. */
  STRIP(
      "strip", "Things that are consumed in order: shaded ones are done, the mark is at the next."),
  /** {@link Cells}. */
  CELLS("cells", "An array: equal cells, side by side in memory."),
  /** {@link Lanes}. */
  LANE("lane", "A thread, worker or process over time; a bar on it is time in one state."),
  /** {@link Lanes#flag}. */
  FLAG("flag", "An event at one moment."),
  /** {@link Diagram#highlight}. */
  RING("ring", "What changed now: one highlight at a time.");

  private final String label;
  private final String meaning;

  Shape(String label, String meaning) {
    this.label = label;
    this.meaning = meaning;
  }

  /** Returns the name that lessons use. */
  public String label() {
    return label;
  }

  /** Returns what the shape means. */
  public String meaning() {
    return meaning;
  }
}
