package interlock.notebook.widget;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A number that is dragged between two ends, or moved by the arrow keys.
 *
 * <p>It starts at its minimum unless {@link #start} says otherwise.
 *
 * @param <T> {@link Integer} or {@link Double}
 */
public final class Slider<T extends Number> extends ControlState<T> {
  /** Wide enough to aim at a value, narrow enough to see the whole. */
  static final Map<String, String> LAYOUT = Map.of("width", "100%", "max_width", "640px");

  private final SliderScale<T> scale;
  private volatile double step;
  private volatile String unit = "";

  private Slider(@Nullable String label, SliderScale<T> scale) {
    super("slider", label, scale.of(scale.min()));
    this.scale = scale;
    this.step = scale.firstStep();
  }

  /**
   * A slider of whole numbers.
   *
   * @throws IllegalArgumentException if the label is blank or {@code min} is not below {@code max}
   */
  public static Slider<Integer> of(@Nullable String label, int min, int max) {
    String checked = checked("slider", label);
    return new Slider<>(checked, SliderScale.ofIntegers(named(checked), min, max));
  }

  /**
   * A slider of decimal numbers, with a hundred steps unless {@link #step} says otherwise.
   *
   * @throws IllegalArgumentException if the label is blank, an end is not a finite number, or
   *     {@code min} is not below {@code max}
   */
  public static Slider<Double> of(@Nullable String label, double min, double max) {
    String checked = checked("slider", label);
    return new Slider<>(checked, SliderScale.ofDecimals(named(checked), min, max));
  }

  private static String named(String label) {
    return "slider '" + label + "'";
  }

  /**
   * Sets the value.
   *
   * @return this slider
   * @throws IllegalArgumentException if the value is outside the slider's range, or not whole on a
   *     slider of whole numbers
   */
  public Slider<T> start(double value) {
    scale.check("start", value);
    if (value < scale.min() || value > scale.max()) {
      throw scale.refusal(
          "goes from %s to %s, so it cannot start at %s"
              .formatted(scale.told(scale.min()), scale.told(scale.max()), scale.told(value)));
    }
    take(scale.of(value));
    return this;
  }

  /**
   * Sets how far one step goes.
   *
   * @return this slider
   * @throws IllegalArgumentException if the step is not above 0 or is longer than the slider
   */
  public Slider<T> step(double step) {
    scale.check("step", step);
    if (!(step > 0) || step > scale.max() - scale.min()) {
      throw scale.refusal(
          "needs a step above 0 and at most %s, but is given %s"
              .formatted(scale.told(scale.max() - scale.min()), scale.told(step)));
    }
    this.step = step;
    return this;
  }

  /**
   * Says what the number counts, such as {@code "ms"}.
   *
   * @return this slider
   * @throws IllegalArgumentException if the unit is blank
   */
  public Slider<T> unit(String unit) {
    if (unit.isBlank()) {
      throw scale.refusal("has a blank unit: leave the unit away");
    }
    this.unit = unit;
    return this;
  }

  @Override
  String told() {
    return scale.told(value().doubleValue()) + (unit.isEmpty() ? "" : " " + unit);
  }

  @Override
  String described() {
    return unit.isEmpty() ? label() : label() + " (" + unit + ")";
  }

  @Override
  String tip() {
    return "%s: %s to %s".formatted(described(), scale.told(scale.min()), scale.told(scale.max()));
  }

  @Override
  boolean labelledBeside() {
    return true;
  }

  @Override
  String key() {
    return "value";
  }

  @Override
  Object toPage(T value) {
    return value;
  }

  @Override
  @Nullable T fromPage(Object sent) {
    return scale.fromPage(sent);
  }

  @Override
  Model build(Face<T> face) {
    return face.open(
        scale.whole() ? Kind.INT_SLIDER : Kind.FLOAT_SLIDER,
        Kind.SLIDER_STYLE,
        scale.state(step),
        LAYOUT);
  }
}
