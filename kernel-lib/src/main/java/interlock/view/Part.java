package interlock.view;

/**
 * A part of a {@link Diagram}: something that has a place, or an {@link Arrow} from one such thing
 * to another.
 */
public sealed interface Part permits Part.Placed, Arrow {
  /** Returns the part in words. */
  String words();

  /** A part that has a place. */
  sealed interface Placed extends Part permits Box, Column, Strip, Cells {
    /** Returns the name that arrows and the highlight call the part by. */
    String id();

    /** Returns the place, in pixels. Every word of the part stands inside. */
    Area area();
  }
}
