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

  /** The parts of HTML pictures. JupyterLab styles tables itself, so each rule names its div. */
  private static final String PARTS =
      """
      div.ilk{font-family:var(--jp-content-font-family,var(--ilk-font))}
      .ilk a{color:var(--jp-content-link-color,var(--ilk-text));text-decoration:underline}
      .ilk.table,.ilk.array{overflow-x:auto;max-width:100%;color:var(--ilk-text)}
      div.ilk.table table{table-layout:auto;margin:0;border:none;border-collapse:collapse;\
      font-size:var(--ilk-t3);line-height:1.4;color:inherit}
      div.ilk.table caption{caption-side:top;text-align:left;font-weight:bold;\
      font-size:var(--ilk-t2);padding:4px 10px;color:inherit}
      div.ilk.table th,div.ilk.table td{text-align:left;vertical-align:top;padding:4px 10px;\
      border:none;border-bottom:1px solid var(--ilk-grid);max-width:32em;white-space:pre-wrap;\
      overflow-wrap:break-word}
      div.ilk.table th{font-weight:bold;border-bottom:2px solid var(--ilk-soft);\
      vertical-align:bottom}
      div.ilk.table .n{text-align:right;font-variant-numeric:tabular-nums}
      div.ilk.table td.n{white-space:nowrap}
      div.ilk.table .w{white-space:nowrap}
      div.ilk.table p,.ilk.array p{margin:4px 10px;font-size:var(--ilk-t3);color:var(--ilk-soft)}
      .ilk.array p{margin:4px 0}
      .ilk.array pre{margin:0;font-family:var(--jp-code-font-family,monospace);\
      font-size:var(--ilk-t3);line-height:1.4;color:inherit;background:none}
      div.ilk.legend td,div.ilk.legend th{vertical-align:middle;font-size:var(--ilk-t2)}
      div.ilk.legend tbody th{border-bottom:1px solid var(--ilk-grid);white-space:nowrap}
      div.ilk.legend tbody th.t1{font-size:var(--ilk-t1)}
      div.ilk.legend tbody th.t3{font-size:var(--ilk-t3)}
      div.ilk.legend svg{display:block}
      div.ilk.legend table+table{margin-top:20px}
      .ilk.notice{border-left:6px solid var(--ilk-soft);padding:2px 14px;margin:4px 0;\
      max-width:50em;font-size:var(--ilk-t2);line-height:1.45;color:var(--ilk-text)}
      .ilk.notice.changed{border-left:6px double var(--ilk-changed)}
      .ilk.notice.gone{border-left:6px dashed var(--ilk-gone)}
      .ilk.notice p{margin:4px 0;white-space:pre-wrap;overflow-wrap:break-word}
      .ilk.progress{display:flex;flex-wrap:wrap;gap:.8em;align-items:center;\
      font-family:var(--jp-ui-font-family,var(--ilk-font));font-size:var(--ilk-t3);\
      font-variant-numeric:tabular-nums;color:var(--ilk-text)}
      .ilk.progress progress{width:16em;accent-color:var(--ilk-runs)}
      .ilk.beside{display:flex;flex-wrap:wrap;gap:8px 24px;align-items:flex-start}
      .ilk.beside>div{flex:0 1 auto;min-width:0;max-width:100%}
      .ilk.beside>div>svg{display:block}
      .ilk.map{font-size:var(--ilk-t3);line-height:1.5;color:var(--ilk-text)}
      .ilk.map h4{margin:14px 0 4px;font-size:var(--ilk-t2);color:inherit}
      .ilk.map p{margin:4px 0;color:inherit}
      .ilk.map ul{columns:24em auto;column-gap:2em;margin:0;padding:0;list-style:none}
      .ilk.map li{break-inside:avoid;margin:0;padding:2px 0 2px 3.4em;text-indent:-3.4em}
      .ilk.map .id{display:inline-block;width:3.4em;text-indent:0;\
      font-variant-numeric:tabular-nums}
      .ilk.map a{font-weight:600}
      .ilk.map .run{display:block;text-indent:0}
      .ilk.map .planned{color:var(--ilk-soft)}
      @media print{.ilk a{color:inherit}.ilk.table,.ilk.array{overflow:visible}\
      .ilk.array pre{white-space:pre-wrap}.ilk tr,.ilk li,svg.ilk{break-inside:avoid}}
      """;

  private static final String STEPPER =
      """
      div.ilk.stepper{color:var(--ilk-text);max-width:820px}
      .ilk.stepper p{margin:4px 0;color:inherit;line-height:1.4}
      .ilk.stepper>p{font-weight:bold}
      .ilk.stepper[data-live] .plain{display:none}
      .ilk.stepper[data-live] form.live{display:block;margin:0;position:relative}
      .ilk.stepper .steps{display:flex;flex-wrap:wrap;position:relative;padding-top:44px}
      .ilk.stepper .step{display:contents}
      .ilk.stepper label{order:1;flex:1 1 0;min-width:2px;cursor:pointer;padding:6px 0}
      .ilk.stepper .mark{display:block;height:12px;margin-right:1px;box-sizing:border-box;\
      border:1px solid var(--ilk-soft)}
      .ilk.stepper .step:has(~ .step input:checked) .mark{background:var(--ilk-soft)}
      .ilk.stepper .step:has(input:checked) .mark{background:var(--ilk-text);\
      border-color:var(--ilk-text);transform:scaleY(1.6)}
      .ilk.stepper .shown{order:2;flex:0 0 100%;min-width:0;display:none}
      .ilk.stepper .step:has(input:checked) .shown{display:block}
      .ilk.stepper .shown p b{display:inline-block;min-width:4em;\
      font-variant-numeric:tabular-nums}
      .ilk.stepper .shown svg{display:block}
      .ilk.stepper .back,.ilk.stepper .next,.ilk.stepper .ends span{position:absolute;top:4px;\
      box-sizing:border-box;width:96px;height:34px;line-height:30px;text-align:center;\
      font-size:var(--ilk-t2);border:2px solid var(--ilk-text);border-radius:6px;\
      background:var(--ilk-page);user-select:none}
      .ilk.stepper .ends span{border-color:var(--ilk-grid);color:var(--ilk-soft);left:0}
      .ilk.stepper .ends span+span{left:106px}
      .ilk.stepper .back,.ilk.stepper .next{display:none;z-index:1}
      .ilk.stepper .back{left:0}
      .ilk.stepper .next{left:106px}
      .ilk.stepper .step:has(+ .step input:checked) .back{display:block}
      .ilk.stepper .step:has(input:checked)+.step .next{display:block}
      .ilk.stepper .keys{position:absolute;left:216px;top:11px;z-index:1;color:var(--ilk-soft)}
      .ilk.stepper input{position:absolute;opacity:0;margin:0;display:none}
      .ilk.stepper .keys:focus~.steps input,.ilk.stepper .steps:focus-within input{display:block}
      .ilk.stepper label:has(:focus-visible) .mark{outline:3px solid var(--ilk-text);\
      outline-offset:2px}
      .ilk.stepper pre{white-space:pre-wrap;font-size:var(--ilk-t3);color:inherit;background:none}
      @media print{.ilk.stepper .keys,.ilk.stepper .ends,.ilk.stepper .back,\
      .ilk.stepper .next{display:none!important}}
      """;

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

  /** Returns the rules of a stepper, and those of the pictures in it. */
  static String stepper() {
    return PAGE + STEPPER;
  }

  /** Returns a picture without the rules that it brings, to stand where they are already. */
  static String without(String html) {
    return html.replace("<style>" + PAGE + "</style>", "")
        .replace("<style>" + DRAWING + "</style>", "");
  }

  /** JupyterLab's theme comes first, then the reader's system; paper is always light. */
  private static String variables() {
    return """
    .ilk,[data-jp-theme-light=true] .ilk%1$s\
    @media(prefers-color-scheme:dark){.ilk%2$s}\
    [data-jp-theme-light=false] .ilk%2$s\
    @media print{.ilk,[data-jp-theme-light] .ilk%3$s}\
    .ilk%4$s\
    """
        .formatted(inks(false), inks(true), block(ink -> ink.hex(false)), sizes());
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
    return eachInk("c", "color:var(--ilk-%s)") + PARTS;
  }
}
