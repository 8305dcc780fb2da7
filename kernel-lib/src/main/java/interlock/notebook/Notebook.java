package interlock.notebook;

import interlock.notebook.lesson.Check;
import interlock.notebook.lesson.Exercises;
import interlock.notebook.lesson.Gates;
import interlock.notebook.widget.Control;
import interlock.notebook.widget.Place;
import interlock.notebook.widget.Widgets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a notebook cell calls: show a value, show one that changes, show how far a work is, run a
 * demo beside the notebook.
 *
 * <p>In {@code jshell} or a program, where there is no notebook, the same calls print text.
 */
public final class Notebook {
  private static final Demos DEMOS = new Demos();
  private static final Gates GATES = new Gates();
  private static final Exercises EXERCISES = new Exercises();
  private static final Widgets WIDGETS = new Widgets();
  private static volatile KernelAdapter adapter = KernelSearch.here(new ConsoleAdapter(System.out));

  private Notebook() {}

  /**
   * Shows a value: a picture, chart, table or image as one, an array as a table, a {@link Control}
   * as something to set, all else as text.
   */
  public static void show(@Nullable Object value) {
    if (value instanceof Control<?> control) {
      WIDGETS.show(place(), control);
    } else {
      adapter.currentCell().display(Renderers.render(value));
    }
  }

  /**
   * Shows controls, and below them a drawing that is made again whenever one of them changes.
   *
   * @param drawing makes what {@link #show} could show, from the values of the controls
   * @throws IllegalArgumentException if there is no control, one is null, or two have one label
   */
  public static void interact(Supplier<?> drawing, @Nullable Control<?>... controls) {
    WIDGETS.interact(place(), drawing, controls);
  }

  /** Shows a value that {@link LiveDisplay#update} replaces, from any thread and at any time. */
  public static LiveDisplay live(@Nullable Object first) {
    return new LiveDisplay(adapter.currentCell(), first);
  }

  /**
   * Shows a bar for a work of {@code total} steps.
   *
   * @throws IllegalArgumentException if {@code total} is negative
   */
  public static Progress progress(String label, long total) {
    return new Progress(adapter.currentCell(), label, total, System::nanoTime);
  }

  /** Runs {@code body} beside the notebook, so that the cell returns; see {@link Demo}. */
  public static Demo demo(String name, Demo.Body body) {
    KernelAdapter kernel = adapter;
    Cell cell = kernel.currentCell();
    return DEMOS.start(
        name,
        cell,
        demo -> {
          kernel.enter(cell);
          body.run(demo);
        });
  }

  /** Runs {@code work} beside the notebook, so that the cell returns; see {@link Demo}. */
  public static Demo demo(String name, Demo.Work work) {
    return demo(name, (Demo demo) -> work.run());
  }

  /**
   * Asks for a prediction: shows a question with options, and after a choice its reason and the
   * right one. Bad text is shown as one sentence that says what is wrong.
   *
   * @param id words joined by hyphens, this gate's alone in the notebook
   * @param text the question, then one line an option: {@code + text | reason} for a right one,
   *     {@code - text | reason} for a wrong one; {@code code} in backticks, emphasis in asterisks
   */
  public static void gate(String id, String text) {
    Cell cell = adapter.currentCell();
    cell.display(Renderers.render(GATES.show(id, text, cell.id())));
  }

  /** Keeps the learner's answer to an exercise, for its {@link #check}. */
  public static void solve(String id, @Nullable Object answer) {
    show(EXERCISES.solve(id, answer));
  }

  /**
   * Begins the check of an exercise: add cases to it, and let the cell end in it.
   *
   * @param type what the answer should be, such as {@code DoubleBinaryOperator.class}
   */
  public static <T> Check<T> check(String id, Class<T> type) {
    return EXERCISES.check(id, type);
  }

  /** Tells every demo to stop, and returns at once; {@link #stopDemos} then waits and reports. */
  public static void tellDemos() {
    DEMOS.tellAll();
  }

  /** Stops every demo; the kernel calls it when it is interrupted and when it is shut down. */
  public static void stopDemos() {
    DEMOS.stopAll();
  }

  private static Place place() {
    KernelAdapter kernel = adapter;
    return new CellPlace(kernel, kernel.currentCell(), DEMOS);
  }

  /** Connects these calls to a kernel; a kernel's adapter calls it once. */
  public static void connect(KernelAdapter kernel) {
    adapter = kernel;
  }

  static KernelAdapter adapter() {
    return adapter;
  }
}
