package interlock.notebook.widget;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One of several values, chosen from a list by its name. It starts at the first.
 *
 * @param <T> the type of the values
 */
public final class Dropdown<T> extends ControlState<T> {
  private static final int MOST = 500;

  private final List<String> names;
  private final List<T> values;

  private Dropdown(String label, List<String> names, List<T> values) {
    super("dropdown", label, values.getFirst());
    this.names = names;
    this.values = values;
  }

  /**
   * A dropdown of values that are named by their {@code toString}.
   *
   * @throws IllegalArgumentException if the label is blank, there is no value or more than 500, a
   *     value is null, or two are equal or named alike
   */
  public static <T> Dropdown<T> of(@Nullable String label, List<? extends T> values) {
    String checked = checked("dropdown", label);
    checkValues(checked, values);
    return make(checked, values.stream().map(String::valueOf).toList(), values);
  }

  /**
   * A dropdown of named values, in the map's order: that of {@code Map.of} differs from run to run.
   *
   * @throws IllegalArgumentException if the label is blank, there is no value or more than 500, a
   *     value is null, or two are equal
   */
  public static <T> Dropdown<T> of(@Nullable String label, Map<String, ? extends T> byName) {
    String checked = checked("dropdown", label);
    checkValues(checked, byName.values());
    return make(checked, List.copyOf(byName.keySet()), byName.values());
  }

  private static <T> Dropdown<T> make(
      String label, List<String> names, Iterable<? extends T> values) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw refusal(label, "has two values named '" + name + "': give each a name, in a map");
      }
    }
    List<T> copy = new ArrayList<>();
    for (T value : values) {
      if (copy.contains(value)) {
        throw refusal(label, "has one value under two names: " + value);
      }
      copy.add(value);
    }
    return new Dropdown<>(label, names, List.copyOf(copy));
  }

  private static void checkValues(String label, Iterable<? extends @Nullable Object> values) {
    int count = 0;
    for (Object value : values) {
      if (value == null) {
        throw refusal(label, "has a null among its values: leave it out");
      }
      count++;
    }
    if (count == 0) {
      throw refusal(label, "has nothing to choose from: give it a value or more");
    }
    if (count > MOST) {
      throw refusal(label, "has %,d values, but %d at most can be shown".formatted(count, MOST));
    }
  }

  /**
   * Chooses a value.
   *
   * @return this dropdown
   * @throws IllegalArgumentException if the value is not one of the dropdown's
   */
  public Dropdown<T> start(T value) {
    if (!values.contains(value)) {
      throw refusal(label(), "cannot start at '" + value + "': choose one of " + names);
    }
    take(value);
    return this;
  }

  @Override
  String told() {
    return names.get(values.indexOf(value()));
  }

  @Override
  boolean labelledBeside() {
    return true;
  }

  @Override
  String key() {
    return "index";
  }

  @Override
  Object toPage(T value) {
    return values.indexOf(value);
  }

  @Override
  @Nullable T fromPage(Object sent) {
    return sent instanceof Integer index && index >= 0 && index < values.size()
        ? values.get(index)
        : null;
  }

  @Override
  Model build(Face<T> face) {
    return face.open(
        Kind.DROPDOWN,
        Kind.STYLE,
        Map.of("_options_labels", names, "disabled", false),
        Map.of("width", "max-content", "max_width", "100%"));
  }

  private static IllegalArgumentException refusal(String label, String what) {
    return new IllegalArgumentException("The dropdown '" + label + "' " + what + ".");
  }
}
