package interlock.view;

import java.awt.Color;
import java.util.Locale;

/**
 * A colour by its meaning. Each has one value for a light page and one for a dark page.
 *
 * <p>The hues of {@code FIRST} to {@code SIXTH} follow the palette of Okabe and Ito (2008), "Color
 * Universal Design", made darker or lighter where a hue alone would be too faint on the page.
 */
public enum Ink {
  /** Words: titles, labels, legend. */
  TEXT(0x1A1A1A, 0xF2F2F2, "--jp-ui-font-color0"),
  /** Less important words and the axes. */
  SOFT(0x555555, 0xB8B8B8, "--jp-ui-font-color1"),
  /** Guide lines that should stay behind. */
  GRID(0xE0E0E0, 0x3C3C3C, ""),
  /** What no machine can beat: the ideal. */
  IDEAL(0x767676, 0x949494, ""),
  /** The first thing compared. */
  FIRST(0x0072B2, 0x56B4E9, ""),
  /** The second thing compared. */
  SECOND(0xD55E00, 0xE0701A, ""),
  /** The third thing compared. */
  THIRD(0x008A64, 0x1DB88C, ""),
  /** The fourth thing compared. */
  FOURTH(0xB0508A, 0xD98CB8, ""),
  /** The fifth thing compared. */
  FIFTH(0x6B4700, 0xF0E442, ""),
  /** The sixth thing compared. */
  SIXTH(0x2B2B6F, 0xFFFFFF, "");

  private final Color light;
  private final Color dark;
  private final String variable;

  Ink(int light, int dark, String variable) {
    this.light = new Color(light);
    this.dark = new Color(dark);
    this.variable = variable;
  }

  /** Returns the colour on a light page. Charts are drawn with it. */
  public Color light() {
    return light;
  }

  /** Returns the colour on a dark page. */
  public Color dark() {
    return dark;
  }

  /** Returns the CSS value on a light or dark page: JupyterLab's own colour where it has one. */
  String css(boolean onDark) {
    String hex = "#%06x".formatted((onDark ? dark : light).getRGB() & 0xFFFFFF);
    return variable.isEmpty() ? hex : "var(%s,%s)".formatted(variable, hex);
  }

  /** Returns the ink's name in style sheets. */
  String cssName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
