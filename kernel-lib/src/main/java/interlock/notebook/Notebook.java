package interlock.notebook;

import org.jspecify.annotations.Nullable;

/**
 * What a notebook cell calls: show a value, show one that changes, show how far a work is, run a
 * demo beside the notebook.
 *
 * <p>In {@code jshell} or a program, where there is no notebook, the same calls print text.
 */
public final class Notebook {
  private static final Demos DEMOS = new Demos();
  private static volatile KernelAdapter adapter = new ConsoleAdapter(System.out);

  private Notebook() {}

  /**
   * Shows a value: a picture, chart, table or image as one, an array as a table, all else as text.
   */
  public static void show(@Nullable Object value) {
    adapter.currentCell().display(Renderers.render(value));
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
    return DEMOS.start(name, adapter.currentCell(), body);
  }

  /** Runs {@code work} beside the notebook, so that the cell returns; see {@link Demo}. */
  public static Demo demo(String name, Demo.Work work) {
    return demo(name, (Demo demo) -> work.run());
  }

  /** Stops every demo; the kernel calls it when it is interrupted and when it is shut down. */
  public static void stopDemos() {
    DEMOS.stopAll();
  }

  /** Connects these calls to a kernel; a kernel's adapter calls it once. */
  public static void connect(KernelAdapter kernel) {
    adapter = kernel;
  }

  static KernelAdapter adapter() {
    return adapter;
  }
}
