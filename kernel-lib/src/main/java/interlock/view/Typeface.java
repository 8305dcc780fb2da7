package interlock.view;

import java.awt.Font;
import java.util.List;

/**
 * The one typeface of the pictures: Arial's widths where the machine has them, for a page on any
 * other machine has them too; else Java's own sans-serif.
 */
final class Typeface {
  private static final List<String> WANTED = List.of("Liberation Sans", "Arial", "Helvetica");
  private static final String FAMILY = family();

  private Typeface() {}

  static Font font(int style, int size) {
    return new Font(FAMILY, style, size);
  }

  /** Returns the CSS font families of the same widths. */
  static String css() {
    return FAMILY.equals(Font.SANS_SERIF)
        ? "'DejaVu Sans',Verdana,sans-serif"
        : "'Liberation Sans',Arial,Helvetica,sans-serif";
  }

  private static String family() {
    return WANTED.stream()
        .filter(name -> new Font(name, Font.PLAIN, 12).getFamily().equals(name))
        .findFirst()
        .orElse(Font.SANS_SERIF);
  }
}
