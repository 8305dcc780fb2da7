package interlock.notebook.widget;

import static java.util.stream.Collectors.joining;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Several controls in one line, such as a row of buttons. It has no value of its own. */
public final class Row extends ControlState<String> {
  private final List<ControlState<?>> controls;

  private Row(List<ControlState<?>> controls, String label) {
    super("row", label, label);
    this.controls = controls;
  }

  /**
   * Controls from left to right; what does not fit goes to the next line.
   *
   * @throws IllegalArgumentException if there is none, or two have one label
   */
  public static Row of(Control<?>... controls) {
    if (controls.length == 0) {
      throw new IllegalArgumentException("A row needs a control or more.");
    }
    Set<String> labels = new HashSet<>();
    for (Control<?> control : controls) {
      if (!labels.add(control.label())) {
        throw new IllegalArgumentException(
            "Two controls of a row are labelled '%s': give each a label of its own."
                .formatted(control.label()));
      }
    }
    List<ControlState<?>> states =
        List.of(controls).stream().<ControlState<?>>map(Row::state).toList();
    return new Row(states, states.stream().map(ControlState::label).collect(joining(", ")));
  }

  private static ControlState<?> state(Control<?> control) {
    return switch (control) {
      case ControlState<?> state -> state;
    };
  }

  @Override
  String told() {
    return controls.stream().map(ControlState::told).collect(joining(", "));
  }

  @Override
  String key() {
    return "";
  }

  @Override
  Object toPage(String value) {
    return value;
  }

  @Override
  @Nullable String fromPage(Object sent) {
    return null;
  }

  @Override
  Model build(Face<String> face) {
    List<Model> children = controls.stream().<Model>map(face.board()::face).toList();
    return face.board().box(Kind.HBOX, children, Map.of("flex_flow", "row wrap", "width", "100%"));
  }
}
