package interlock.notebook.widget;

import interlock.notebook.ErrorText;
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
  private final List<Face<T>> faces = new CopyOnWriteArrayList<>();
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

  /** Returns the part of the page's state that holds the value; empty where none does. */
  abstract String key();

  /** Returns the value as the page holds it. */
  abstract Object toPage(T value);

  /** Returns the value that the page means, or null where it is none of this control's. */
  abstract @Nullable T fromPage(Object sent);

  /** Makes what the control consists of on the page. */
  abstract Model build(Face<T> face);

  /** Returns the words beside the control. */
  String described() {
    return label;
  }

  /** Returns what the control says when the pointer rests on it. */
  String tip() {
    return described();
  }

  /** Returns whether the words stand before the control, in a line with it. */
  boolean labelledBeside() {
    return false;
  }

  /** The page says that the control was pressed. */
  void pressed(Face<T> face) {}

  final void join(Face<T> face) {
    faces.add(face);
  }

  final void leave(Face<T> face) {
    faces.remove(face);
  }

  /** Sets the value by program. */
  final void take(T next) {
    take(next, faces.isEmpty() ? null : faces.getFirst());
    faces.stream().limit(1).forEach(Face::show);
  }

  /** Sets the value, and tells everyone but the face that it comes from. */
  final void take(T next, @Nullable Face<T> from) {
    boolean changed = !next.equals(value);
    value = next;
    faces.stream().filter(face -> face != from).forEach(Face::show);
    if (changed && from != null) {
      changed(from);
    }
  }

  /** Has whatever depends on this control follow it. */
  final void changed(Face<T> from) {
    faces.forEach(face -> face.board().changed());
    if (!listeners.isEmpty()) {
      from.listen();
    }
  }

  /** Calls the listeners. What one throws is said below the cell, and the others are called. */
  final void tell(Place place) {
    for (Consumer<? super T> listener : listeners) {
      try {
        listener.accept(value);
      } catch (Throwable thrown) {
        place.complain("What follows '%s' failed: %s".formatted(label, ErrorText.heading(thrown)));
      }
    }
  }

  @Override
  public String toString() {
    return label + ": " + told();
  }
}
