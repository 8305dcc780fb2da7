package interlock.view;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.Arrays;
import java.util.Optional;

/** The three sizes of type. Nothing is written smaller or in between. */
public enum TypeSize {
  /** A picture's title. */
  TITLE(Theme.TITLE_SIZE, "t1", "title"),
  /** Words: axis titles, legends, captions. */
  LABEL(Theme.LABEL_SIZE, "t2", "words"),
  /** Numbers along an axis, cells, notes. */
  SMALL(Theme.SMALL_SIZE, "t3", "cells and axes");

  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
  private static final String CUT = "…";

  private final int pixels;
  private final String cssClass;
  private final String use;

  TypeSize(int pixels, String cssClass, String use) {
    this.use = use;
    this.pixels = pixels;
    this.cssClass = cssClass;
  }

  /** Returns the size of a font, if it is one of the three. */
  static Optional<TypeSize> of(Font font) {
    return Arrays.stream(values())
        .filter(size -> font.getSize2D() == size.pixels && font.isBold() == (size == TITLE))
        .findFirst();
  }

  /** Returns what the size is for. */
  public String use() {
    return use;
  }

  /** Returns the size in pixels. */
  public int pixels() {
    return pixels;
  }

  /** Returns the name of the size in the theme's style sheet. */
  public String cssClass() {
    return cssClass;
  }

  /**
   * Returns how wide the words are, in pixels.
   *
   * @throws IllegalStateException if the machine has no font
   */
  public double width(String words) {
    try {
      return font().getStringBounds(words, CONTEXT).getWidth();
    } catch (Error | RuntimeException e) {
      Typeface.check();
      throw e;
    }
  }

  /** Returns the font that charts are drawn with. */
  public Font font() {
    return switch (this) {
      case TITLE -> Theme.title();
      case LABEL -> Theme.label();
      case SMALL -> Theme.small();
    };
  }

  /** Returns the words, cut to "…" where they are wider than {@code width} pixels. */
  String cut(String words, double width) {
    if (width(words) <= width) {
      return words;
    }
    int[] letters = words.codePoints().toArray();
    int kept = letters.length;
    String shown = CUT;
    do {
      kept--;
      shown = kept <= 0 ? "" : new String(letters, 0, kept).stripTrailing() + CUT;
    } while (kept > 0 && width(shown) > width);
    return shown;
  }
}
