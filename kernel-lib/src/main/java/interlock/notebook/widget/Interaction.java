package interlock.notebook.widget;

import interlock.notebook.Renderers;
import interlock.notebook.Rendering;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Controls with a drawing below them that is made again when one of them changes. */
public final class Interaction {
  private Interaction() {}

  /**
   * Returns the controls' values and the drawing, for where no widget can be.
   *
   * @throws IllegalArgumentException if there is no control, one is null, or two have one label
   */
  public static Rendering still(Supplier<?> drawing, @Nullable Control<?>... controls) {
    return StandIn.of(checked(controls), draw(drawing));
  }

  /** Returns the control's value, for where no widget can be. */
  public static Rendering still(Control<?> control) {
    return StandIn.of(checked(control), null);
  }

  private static Rendering draw(Supplier<?> drawing) {
    try {
      return Renderers.render(drawing.get());
    } catch (Throwable thrown) {
      return Renderers.render("The drawing failed: " + thrown);
    }
  }

  private static List<ControlState<?>> checked(@Nullable Control<?>... controls) {
    if (controls.length == 0) {
      throw new IllegalArgumentException("interact needs a control or more after the drawing.");
    }
    Set<String> labels = new HashSet<>();
    for (Control<?> control : controls) {
      if (control == null) {
        throw new IllegalArgumentException("One of the controls is null: has its cell been run?");
      }
      if (!labels.add(control.label())) {
        throw new IllegalArgumentException(
            "Two controls are labelled '%s': one could not tell them apart."
                .formatted(control.label()));
      }
    }
    return Arrays.stream(controls).<ControlState<?>>map(Interaction::state).toList();
  }

  private static ControlState<?> state(Control<?> control) {
    return switch (control) {
      case ControlState<?> state -> state;
    };
  }
}
