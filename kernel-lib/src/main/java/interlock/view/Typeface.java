package interlock.view;

import java.awt.Font;
import java.awt.font.FontRenderContext;
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

  /**
   * Does nothing where letters can be measured.
   *
   * @throws IllegalStateException if the machine has no font, and says what to install
   */
  static void check() {
    check(() -> font(Font.PLAIN, 12).getStringBounds("x", new FontRenderContext(null, true, true)));
  }

  static void check(Runnable measuring) {
    try {
      measuring.run();
    } catch (Error | RuntimeException e) {
      throw new IllegalStateException(
          "A chart needs a font, and this machine has none: install fontconfig and one font"
              + " (Debian: apt install fontconfig fonts-dejavu-core), then restart the kernel",
          e);
    }
  }

  private static String family() {
    return WANTED.stream()
        .filter(name -> new Font(name, Font.PLAIN, 12).getFamily().equals(name))
        .findFirst()
        .orElse(Font.SANS_SERIF);
  }
}
