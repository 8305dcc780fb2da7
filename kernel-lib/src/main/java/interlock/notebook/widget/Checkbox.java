package interlock.notebook.widget;

import java.util.Map;
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

  @Override
  String key() {
    return "value";
  }

  @Override
  Object toPage(Boolean value) {
    return value;
  }

  @Override
  @Nullable Boolean fromPage(Object sent) {
    return sent instanceof Boolean value ? value : null;
  }

  @Override
  Model build(Face<Boolean> face) {
    return face.open(
        Kind.CHECKBOX,
        Kind.CHECKBOX_STYLE,
        Map.of("indent", false, "disabled", false),
        Map.of("width", "max-content", "max_width", "100%"));
  }
}
