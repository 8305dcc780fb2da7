package interlock.view;

/** How an area looks without its colour: the second sign of each meaning of an {@link Ink}. */
public enum Sign {
  /** Filled, without an edge. */
  SOLID("filled"),
  /** Strokes that rise to the right, in an edge. */
  HATCHED("hatched"),
  /** Filled, with a line of the page's ink along the edge. */
  FRAMED("filled, with a line inside the edge"),
  /** Open, in a thick edge. */
  RINGED("a thick ring"),
  /** Strokes that cross, in a broken edge. */
  CROSSED("crossed out, in a broken edge"),
  /** Dots, in an edge. */
  DOTTED("dotted");

  private final String words;

  Sign(String words) {
    this.words = words;
  }

  /** Returns the look in words. */
  public String words() {
    return words;
  }

  /** Returns true if the area is filled, so that words on it are written in the page's ink. */
  boolean isFilled() {
    return this == SOLID || this == FRAMED;
  }
}
