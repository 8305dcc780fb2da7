package interlock.view;

import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one style sheet. Every rule names the class {@code ilk}, so that it styles the course's own
 * pictures and nothing else of the page.
 *
 * <p>A picture carries the sheet with it, and so looks the same in JupyterLab, in an exported page
 * and on paper. Colours and sizes are variables: {@code --ilk-runs}, {@code --ilk-t2}.
 */
final class StyleSheet {
  private static final String OWN = "." + Theme.CSS_CLASS;
  private static final String DRAWING = variables() + drawingRules();
  private static final String PAGE = DRAWING + pageRules();

  private StyleSheet() {}

  /** Returns the rules for SVG. */
  static String drawing() {
    return DRAWING;
  }

  /** Returns the rules for SVG and HTML. */
  static String page() {
    return PAGE;
  }

  /** Paper is light, whatever the screen was. */
  private static String variables() {
    return OWN
        + ",[data-jp-theme-light=true] "
        + OWN
        + inks(false)
        + "@media(prefers-color-scheme:dark){"
        + OWN
        + inks(true)
        + "}[data-jp-theme-light=false] "
        + OWN
        + inks(true)
        + "@media print{"
        + OWN
        + ",[data-jp-theme-light] "
        + OWN
        + block(ink -> ink.hex(false))
        + "}"
        + OWN
        + sizes();
  }

  private static String inks(boolean onDark) {
    return block(ink -> ink.css(onDark));
  }

  private static String block(Function<Ink, String> value) {
    return Stream.of(Ink.values())
        .map(ink -> "--ilk-" + ink.cssName() + ":" + value.apply(ink))
        .collect(Collectors.joining(";", "{", "}"));
  }

  private static String sizes() {
    return Stream.of(TypeSize.values())
        .map(size -> "--ilk-%s:%dpx".formatted(size.cssClass(), size.pixels()))
        .collect(Collectors.joining(";", "{", ";--ilk-font:" + Typeface.css() + "}"));
  }

  private static String drawingRules() {
    return eachInk("f", "fill:var(--ilk-%s)")
        + eachInk("s", "stroke:var(--ilk-%s)")
        + Stream.of(TypeSize.values())
            .map(size -> "%1$s .%2$s{font-size:var(--ilk-%2$s)}".formatted(OWN, size.cssClass()))
            .collect(Collectors.joining())
        + """
        .ilk text{font-family:var(--ilk-font)}\
        .ilk text.t1{font-weight:bold}\
        svg.ilk{max-width:100%;height:auto}\
        .ilk:focus-visible,.ilk :focus-visible{outline:3px solid var(--ilk-text);outline-offset:2px}\
        """;
  }

  private static String eachInk(String prefix, String rule) {
    return Stream.of(Ink.values())
        .map(ink ->
            OWN + " ." + prefix + "-" + ink.cssName() + "{" + rule.formatted(ink.cssName()) + "}")
        .collect(Collectors.joining())
        .toLowerCase(Locale.ROOT);
  }

  private static String pageRules() {
    return eachInk("c", "color:var(--ilk-%s)");
  }
}
