package interlock.notebook.widget;

import interlock.notebook.Demo;
import interlock.notebook.ErrorText;
import interlock.notebook.stop.CellStop;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Something to press. Its work runs beside the notebook, as a demo does: JupyterLab's stop button
 * ends it. While it runs the button cannot be pressed again. The value is how often it was pressed.
 */
public final class Button extends ControlState<Integer> {
  private final Demo.Work work;
  private final AtomicBoolean running = new AtomicBoolean();

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

  @Override
  void pressed(Face<Integer> face) {
    if (running.compareAndSet(false, true)) {
      disable(face, true);
      face.board().place().work(label(), demo -> run(demo, face));
    }
  }

  private void run(Demo demo, Face<Integer> face) throws InterruptedException {
    try {
      CellStop.beforeCell();
      work.run();
    } catch (InterruptedException e) {
      throw e;
    } catch (Throwable thrown) {
      if (!demo.isStopped()) {
        face.board()
            .place()
            .complain("The button '" + label() + "' failed: " + ErrorText.heading(thrown));
      }
    } finally {
      running.set(false);
      disable(face, false);
      take(value() + 1, face);
    }
  }

  private static void disable(Face<Integer> face, boolean disabled) {
    face.show("disabled", disabled);
  }

  @Override
  String told() {
    return "pressed " + value() + (value() == 1 ? " time" : " times");
  }

  @Override
  String key() {
    return "";
  }

  @Override
  Object toPage(Integer value) {
    return value;
  }

  @Override
  @Nullable Integer fromPage(Object sent) {
    return null;
  }

  @Override
  Model build(Face<Integer> face) {
    return face.open(
        Kind.BUTTON,
        Kind.BUTTON_STYLE,
        Map.of("disabled", running.get(), "button_style", "", "icon", ""),
        Map.of("width", "max-content", "max_width", "100%"));
  }
}
