package interlock.notebook.widget;

import java.util.List;
import java.util.Locale;

/**
 * The width that the labels beside the controls of one call share, so that all begin at one place.
 *
 * <p>The page sets the letters, so their widths are guessed, and on the wide side: a label that
 * does not fit would be cut. A label that is longer than most keeps its own width and is whole.
 *
 * @param ch in widths of the digit 0, or 0 where every label has its own width
 */
record LabelWidth(double ch) {
  static final LabelWidth OWN = new LabelWidth(0);

  private static final double MOST_CH = 32;
  private static final String NARROW = "fijlrtI .,:;'|!()[]";

  /** Returns the width of the longest of these controls' labels. */
  static LabelWidth shared(List<ControlState<?>> controls) {
    List<ControlState<?>> beside =
        controls.stream().filter(ControlState::labelledBeside).filter(LabelWidth::fits).toList();
    return beside.size() < 2
        ? OWN
        : new LabelWidth(beside.stream().mapToDouble(LabelWidth::guess).max().orElseThrow());
  }

  /** Returns the width of this control's label in CSS. */
  String css(ControlState<?> control) {
    return ch > 0 && control.labelledBeside() && fits(control)
        ? String.format(Locale.ROOT, "%.1fch", ch)
        : "initial";
  }

  private static boolean fits(ControlState<?> control) {
    return guess(control) <= MOST_CH;
  }

  private static double guess(ControlState<?> control) {
    return control.described().codePoints().mapToDouble(LabelWidth::guess).sum();
  }

  private static double guess(int letter) {
    if (NARROW.indexOf(letter) >= 0) {
      return 0.65;
    }
    if (letter >= 0x1100) {
      return 2;
    }
    return Character.isUpperCase(letter) || "mw@%".indexOf(letter) >= 0 ? 1.6 : 1.05;
  }
}
