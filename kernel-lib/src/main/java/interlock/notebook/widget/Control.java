package interlock.notebook.widget;

import java.util.function.Consumer;

/**
 * Something on the page that a learner sets, and that has a value in Java.
 *
 * <p>{@code Notebook.interact} shows controls above a drawing that depends on them, {@code
 * Notebook.show} shows one alone. A control may be shown in several cells: they move together. All
 * methods are safe for use by any thread.
 *
 * @param <T> the type of the value
 */
public sealed interface Control<T> permits ControlState {
  /** Returns the words that stand beside the control. */
  String label();

  /** Returns the value that the control has now. */
  T value();

  /**
   * Has {@code listener} called with each new value, on a thread of its own. Of values that come
   * faster than it returns, only the newest is passed on, and the last one always is.
   */
  void onChange(Consumer<? super T> listener);
}
