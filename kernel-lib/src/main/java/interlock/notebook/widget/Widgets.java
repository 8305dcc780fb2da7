package interlock.notebook.widget;

import interlock.notebook.Comms;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Controls on the pages of one kernel; {@code Notebook} is what cells call. */
public final class Widgets {
  private final Boards boards = new Boards();

  /** The controls of a kernel that has shown none yet. */
  public Widgets() {}

  /** Shows a control alone. */
  public void show(Place place, Control<?> control) {
    ControlState<?> state = state(control);
    Comms comms = place.comms();
    if (comms == null) {
      place.display(StandIn.of(List.of(state), null));
    } else {
      Board board = boards.open(place, comms);
      board.display(board.face(state), StandIn.of(List.of(state), null));
    }
  }

  /**
   * Shows controls and a drawing that follows them.
   *
   * @throws IllegalArgumentException if there is no control, one is null, or two have one label
   */
  public void interact(Place place, Supplier<?> drawing, @Nullable Control<?>... controls) {
    List<ControlState<?>> states = checked(controls);
    Drawing drawn = new Drawing(drawing);
    Comms comms = place.comms();
    if (comms == null) {
      place.display(StandIn.of(states, drawn.now()));
    } else {
      drawn.show(boards.open(place, comms), states);
    }
  }

  private static List<ControlState<?>> checked(@Nullable Control<?>... controls) {
    if (controls.length == 0) {
      throw new IllegalArgumentException("interact needs a control or more after the drawing.");
    }
    Set<String> labels = new HashSet<>();
    for (Control<?> control : controls) {
      if (control == null) {
        throw new IllegalArgumentException(
            "One of the controls is null: run the cell that makes it first.");
      }
      if (!labels.add(control.label())) {
        throw new IllegalArgumentException(
            "Two controls are labelled '%s': give each a label of its own."
                .formatted(control.label()));
      }
    }
    return Arrays.stream(controls).<ControlState<?>>map(Widgets::state).toList();
  }

  private static ControlState<?> state(Control<?> control) {
    return switch (control) {
      case ControlState<?> state -> state;
    };
  }
}
