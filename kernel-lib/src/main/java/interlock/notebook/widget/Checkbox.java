package interlock.notebook.widget;

import org.jspecify.annotations.Nullable;

/** Yes or no. */
public final class Checkbox extends ControlState<Boolean> {
  private Checkbox(String label, boolean checked) {
    super("checkbox", label, checked);
  }

  /**
   * A checkbox.
   *
   * @throws IllegalArgumentException if the label is blank
   */
  public static Checkbox of(@Nullable String label, boolean checked) {
    return new Checkbox(checked("checkbox", label), checked);
  }

  @Override
  String told() {
    return value() ? "yes" : "no";
  }
}
