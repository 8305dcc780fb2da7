package interlock.notebook.widget;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The ends of a slider and the kind of its numbers.
 *
 * @param name what the control is called in a refusal, such as {@code "slider 'cores'"}
 * @param number makes the value of a number of the scale
 */
record SliderScale<T extends Number>(
    String name, double min, double max, boolean whole, DoubleFunction<T> number) {
  private static final int STEPS = 100;

  SliderScale {
    checkFinite(name, "minimum", min);
    checkFinite(name, "maximum", max);
    if (!(min < max)) {
      throw refusal(
          name,
          "needs a minimum below its maximum, but has "
              + told(min, whole)
              + " and "
              + told(max, whole));
    }
    if (Double.isInfinite(max - min)) {
      throw refusal(name, "is too long: it goes from " + min + " to " + max);
    }
  }

  static SliderScale<Integer> ofIntegers(String name, int min, int max) {
    return new SliderScale<>(name, min, max, true, value -> (int) value);
  }

  static SliderScale<Double> ofDecimals(String name, double min, double max) {
    return new SliderScale<>(name, min, max, false, SliderScale::withoutNoise);
  }

  T of(double value) {
    return number.apply(value);
  }

  double firstStep() {
    return whole ? 1 : withoutNoise((max - min) / STEPS);
  }

  /** Refuses what is no number of this scale, wherever it stands. */
  void check(String what, double value) {
    checkFinite(name, what, value);
    if (whole && value != Math.rint(value)) {
      throw refusal("counts in whole numbers, but its " + what + " is " + value);
    }
  }

  String told(double value) {
    return told(value, whole);
  }

  private static String told(double value, boolean whole) {
    return whole ? Long.toString((long) value) : BigDecimal.valueOf(value).toString();
  }

  /** The value that a page means, within the ends; null for what is no number of this scale. */
  @Nullable T fromPage(Object sent) {
    if (!(sent instanceof Number given) || !Double.isFinite(given.doubleValue())) {
      return null;
    }
    double value = given.doubleValue();
    if (whole && value != Math.rint(value)) {
      return null;
    }
    return of(Math.clamp(value, min, max));
  }

  /** What a slider of this scale is on the page. */
  Map<String, Object> state(double step) {
    return Map.of(
        "min",
        of(min),
        "max",
        of(max),
        "step",
        of(step),
        "readout",
        true,
        "readout_format",
        whole ? "d" : "." + decimals(step) + "f",
        "continuous_update",
        true,
        "orientation",
        "horizontal",
        "disabled",
        false);
  }

  /** How many decimals tell one step from the next. */
  private static int decimals(double step) {
    int scale = new BigDecimal(step).round(new MathContext(6)).stripTrailingZeros().scale();
    return Math.clamp(scale, 0, 9);
  }

  IllegalArgumentException refusal(String what) {
    return refusal(name, what);
  }

  private static void checkFinite(String name, String what, double value) {
    if (!Double.isFinite(value)) {
      throw refusal(name, "needs a finite number as its " + what + ", but is given " + value);
    }
  }

  private static IllegalArgumentException refusal(String name, String what) {
    return new IllegalArgumentException("The " + name + " " + what + ".");
  }

  /** A page counts steps in binary: 0.15 comes as 0.15000000000000002. */
  private static double withoutNoise(double value) {
    return new BigDecimal(value).round(new MathContext(12)).doubleValue();
  }
}
