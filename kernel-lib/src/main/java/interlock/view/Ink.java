package interlock.view;

import static java.util.stream.Collectors.toMap;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A colour by its meaning. Each has one value for a light page and one for a dark page.
 *
 * <p>There are three kinds. <b>The page's</b> inks: {@code PAGE TEXT SOFT GRID IDEAL}. <b>Six
 * meanings</b>: {@code RUNS WAITS HOLDS CHANGED GONE MOVES}, each with a second {@link #sign} that
 * shows without colour. <b>Compared things</b>: {@code FIRST} to {@code SIXTH}, which mean nothing
 * but their place in the legend.
 *
 * <p>A picture uses the six meanings or the compared things, never both: twelve hues cannot be told
 * apart. A chart compares; lanes and diagrams show states. Idle has no ink: where nothing happens
 * nothing is drawn. So the sixth meaning is free for data on its way, which no gap could show.
 *
 * <p>Every ink but {@code PAGE} and {@code GRID} has a contrast of 4.5 to 1 or more with every page
 * that it is drawn on; so words on a filled ink are written in {@code PAGE}. The six of each kind
 * stay apart for readers who do not see red, green or blue. The hues of {@code FIRST} to {@code
 * SIXTH} follow Okabe and Ito (2008), "Color Universal Design", made darker or lighter to reach
 * that.
 */
public enum Ink {
  /** The page itself, and words on a filled ink. */
  PAGE(0xFFFFFF, 0x111111, "--jp-layout-color0", ""),
  /** Words: titles, labels, legend. */
  TEXT(0x1A1A1A, 0xF2F2F2, "--jp-ui-font-color0", ""),
  /** Less important words and the axes. */
  SOFT(0x555555, 0xB8B8B8, "--jp-ui-font-color1", ""),
  /** Guide lines that should stay behind. */
  GRID(0xE0E0E0, 0x3C3C3C, "", ""),
  /** What no machine can beat: the ideal. */
  IDEAL(0x6B6B6B, 0x949494, "", ""),

  /** Runs, works, is right. */
  RUNS(0x017541, 0x52DA94, "", "runs", Sign.SOLID),
  /** Waits: for a lock, a partner, a device. */
  WAITS(0x8F5F00, 0xF0C030, "", "waits", Sign.HATCHED),
  /** Holds the lock, so that others cannot. */
  HOLDS(0x121F6C, 0xA98BFF, "", "holds the lock", Sign.FRAMED),
  /** Changed in this very step: the one highlight of a picture. */
  CHANGED(0xC826A3, 0xEF72C6, "", "changed now", Sign.RINGED),
  /** Freed, ended, wrong; time lost, such as start-up. */
  GONE(0x77040F, 0xF26A5C, "", "gone", Sign.CROSSED),
  /** Data on its way: messages, input and output, the system's work. */
  MOVES(0x046BE8, 0x97C7FF, "", "moves data", Sign.DOTTED),

  /** The first thing compared. */
  FIRST(0x0776B6, 0x64C7FF, "", ""),
  /** The second thing compared. */
  SECOND(0xB95200, 0xE0701A, "", ""),
  /** The third thing compared. */
  THIRD(0x006442, 0x13AF82, "", ""),
  /** The fourth thing compared. */
  FOURTH(0xAD4D87, 0xD98CB8, "", ""),
  /** The fifth thing compared. */
  FIFTH(0x654002, 0xF0E442, "", ""),
  /** The sixth thing compared. */
  SIXTH(0x2B2B6F, 0xFFFFFF, "", "");

  /** Nothing, as a colour. */
  static final Color CLEAR = new Color(0, true);

  private static final Map<Integer, Ink> BY_LIGHT =
      Arrays.stream(values()).collect(toMap(ink -> ink.light.getRGB(), ink -> ink));

  private final Color light;
  private final Color dark;
  private final String variable;
  private final String meaning;
  private final Sign sign;

  Ink(int light, int dark, String variable, String meaning) {
    this(light, dark, variable, meaning, Sign.SOLID);
  }

  Ink(int light, int dark, String variable, String meaning, Sign sign) {
    this.light = new Color(light);
    this.dark = new Color(dark);
    this.variable = variable;
    this.meaning = meaning;
    this.sign = sign;
  }

  /** Returns the ink that has this colour on a light page, however clear it is. */
  static Optional<Ink> of(Color color) {
    return Optional.ofNullable(BY_LIGHT.get(color.getRGB() | 0xFF000000));
  }

  /** Returns the six inks that mean a state, in the order of the legend. */
  public static List<Ink> meanings() {
    return Arrays.stream(values()).filter(Ink::isMeaning).toList();
  }

  /** Returns true for the six inks that mean a state. */
  public boolean isMeaning() {
    return !meaning.isEmpty();
  }

  /** Returns what the ink means, as a legend says it; empty unless it means a state. */
  public String meaning() {
    return meaning;
  }

  /** Returns how an area in this ink looks without its colour. */
  public Sign sign() {
    return sign;
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
    String hex = hex(onDark);
    return variable.isEmpty() ? hex : "var(%s,%s)".formatted(variable, hex);
  }

  /** Returns the CSS value on a light or dark page, whatever JupyterLab's theme is. */
  String hex(boolean onDark) {
    return "#%06x".formatted((onDark ? dark : light).getRGB() & 0xFFFFFF);
  }

  /** Returns the ink's name in style sheets. */
  String cssName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
