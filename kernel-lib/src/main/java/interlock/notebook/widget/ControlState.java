package interlock.notebook.widget;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What every control has: a label, a value, those who want to know of changes. */
abstract non-sealed class ControlState<T> implements Control<T> {
  private static final int LONGEST_LABEL = 200;

  private final String label;
  private final List<Consumer<? super T>> listeners = new CopyOnWriteArrayList<>();
  private volatile T value;

  /**
   * @param kind what the control is called in a refusal, such as {@code "slider"}
   */
  ControlState(String kind, @Nullable String label, T first) {
    this.label = checked(kind, label);
    this.value = first;
  }

  /** Returns the label of a control that is about to be made. */
  static String checked(String kind, @Nullable String label) {
    if (label == null || label.isBlank()) {
      throw new IllegalArgumentException("A " + kind + " needs a label: give it a word or two.");
    }
    if (label.length() > LONGEST_LABEL) {
      throw new IllegalArgumentException(
          "The label of a %s has %d characters at most, but this one has %d."
              .formatted(kind, LONGEST_LABEL, label.length()));
    }
    return label;
  }

  @Override
  public final String label() {
    return label;
  }

  @Override
  public final T value() {
    return value;
  }

  @Override
  public final void onChange(Consumer<? super T> listener) {
    listeners.add(Objects.requireNonNull(listener, "The listener must not be null."));
  }

  /** Returns the value in words, with its unit. */
  abstract String told();

  /** Sets the value. */
  final void take(T next) {
    value = next;
  }

  @Override
  public String toString() {
    return label + ": " + told();
  }
}
