package interlock.notebook;

import org.jspecify.annotations.Nullable;

/**
 * What a notebook cell calls: show a value, show one that changes, show how far a loop is.
 *
 * <p>In {@code jshell} or a program, where there is no notebook, the same calls print text.
 */
public final class Notebook {
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

  /** Connects these calls to a kernel; a kernel's adapter calls it once. */
  public static void connect(KernelAdapter kernel) {
    adapter = kernel;
  }
}
