package interlock.notebook.widget;

import interlock.notebook.Demo;
import org.jspecify.annotations.Nullable;

/**
 * Something to press. Its work runs beside the notebook, as a demo does: JupyterLab's stop button
 * ends it. While it runs the button cannot be pressed again. The value is how often it was pressed.
 */
public final class Button extends ControlState<Integer> {
  private final Demo.Work work;

  private Button(String label, Demo.Work work) {
    super("button", label, 0);
    this.work = work;
  }

  /**
   * A button that does {@code work} when it is pressed.
   *
   * @throws IllegalArgumentException if the label is blank or there is no work
   */
  public static Button of(@Nullable String label, Demo.@Nullable Work work) {
    String checked = checked("button", label);
    if (work == null) {
      throw new IllegalArgumentException(
          "The button '" + checked + "' has nothing to do: give it a function.");
    }
    return new Button(checked, work);
  }

  Demo.Work work() {
    return work;
  }

  @Override
  String told() {
    return "pressed " + value() + (value() == 1 ? " time" : " times");
  }
}
