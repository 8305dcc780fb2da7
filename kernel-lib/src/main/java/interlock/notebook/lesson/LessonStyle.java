package interlock.notebook.lesson;

/** The style sheets of this package's pictures; colours come from the theme that all share. */
final class LessonStyle {
  static final String GATE =
      """
      div.ilk.gate{font-size:var(--ilk-t2);line-height:1.45;color:var(--ilk-text);max-width:50em}
      .ilk.gate[data-live] .plain{display:none}
      .ilk.gate[data-live] form.live{display:block;margin:0}
      .ilk.gate fieldset{border:1px solid var(--ilk-soft);border-radius:6px;margin:4px 0;\
      padding:6px 14px 12px;min-width:0}
      .ilk.gate legend{font-weight:bold;font-size:var(--ilk-t2);color:inherit;border:none;margin:0;\
      padding:4px 6px;width:100%;float:left;box-sizing:border-box}
      .ilk.gate legend+*{clear:both}
      .ilk.gate .kind{font-weight:normal;color:var(--ilk-soft);margin-right:.4em}
      .ilk.gate .kind::after{content:":"}
      .ilk.gate .option{padding:2px 6px;margin:2px 0;border-left:4px solid transparent}
      .ilk.gate .row{display:flex;gap:10px;align-items:baseline;padding:5px 0;position:relative}
      .ilk.gate label{cursor:pointer}
      .ilk.gate label::after{content:"";position:absolute;inset:0}
      .ilk.gate input.click{display:none}
      .ilk.gate input.key{appearance:none;flex:none;width:18px;height:18px;margin:0;\
      border:2px solid var(--ilk-soft);border-radius:50%;position:relative;top:3px;background:none}
      .ilk.gate .option:has(input:checked) .key{border-color:var(--ilk-text);\
      background:var(--ilk-text);box-shadow:inset 0 0 0 3px var(--ilk-page)}
      .ilk.gate code{font-family:var(--jp-code-font-family,monospace);font-size:var(--ilk-t3);\
      color:inherit;background:none;padding:0}
      .ilk.gate .verdict,.ilk.gate .reason{display:none}
      .ilk.gate .right .verdict{color:var(--ilk-runs)}
      .ilk.gate .wrong .verdict{color:var(--ilk-gone)}
      .ilk.gate .said{padding-left:28px}
      .ilk.gate .option:has(input:checked){border-left-color:var(--ilk-soft)}
      .ilk.gate .option:has(input:checked) .verdict,\
      .ilk.gate .option:has(input:checked) .reason{display:inline}
      .ilk.gate fieldset:has(input:checked) .right .verdict{display:inline}
      """;

  static final String CHECK =
      """
      div.ilk.check{font-size:var(--ilk-t2);line-height:1.45;color:var(--ilk-text);max-width:50em}
      .ilk.check p{margin:4px 0;padding-left:1.6em;text-indent:-1.6em}
      .ilk.check ul{list-style:none;margin:4px 0;padding:0}
      .ilk.check li{padding:3px 0 3px 1.6em;text-indent:-1.6em}
      .ilk.check b{display:inline-block;width:1.6em;text-indent:0}
      .ilk.check .right b{color:var(--ilk-runs)}
      .ilk.check .wrong b{color:var(--ilk-gone)}
      .ilk.check .soft{color:var(--ilk-soft)}
      .ilk.check code{font-family:var(--jp-code-font-family,monospace);font-size:var(--ilk-t3);\
      color:inherit;background:none;padding:0;text-indent:0;overflow-wrap:anywhere}
      """;

  private LessonStyle() {}
}
