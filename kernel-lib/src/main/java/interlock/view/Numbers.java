package interlock.view;

import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * How a row of numbers is written so that they can be compared: one number of decimals for all,
 * digits grouped if one of them has five or more before the point, so that years stay years.
 */
final class Numbers {
  private static final int SIGNIFICANT = 4;
  private static final double HUGE = 1e15;

  private final int decimals;
  private final boolean words;
  private final boolean grouped;

  private Numbers(int decimals, boolean words, boolean grouped) {
    this.decimals = decimals;
    this.words = words;
    this.grouped = grouped;
  }

  /**
   * Returns the format for these values: exact if four decimals suffice, else four significant
   * digits of the largest, with two decimals at least.
   */
  static Numbers of(double... values) {
    boolean large = finite(values).anyMatch(value -> Math.abs(value) >= 10_000);
    return new Numbers(decimals(SIGNIFICANT, values), true, large);
  }

  /** Returns the format of an array's fractions: ungrouped, and with a decimal to show the type. */
  static Numbers plain(int significant, double... values) {
    return new Numbers(Math.max(1, decimals(significant, values)), false, false);
  }

  private static int decimals(int significant, double... values) {
    for (int places = 0; places <= significant; places++) {
      double scale = Math.pow(10, places);
      if (finite(values).allMatch(v -> isWhole(v * scale))) {
        return places;
      }
    }
    double largest = finite(values).map(Math::abs).max().orElse(0);
    int before = (int) Math.floor(Math.log10(largest)) + 1;
    return Math.clamp((long) significant - before, 2, significant + 2);
  }

  /**
   * Returns one of the values as text; what the decimals would hide is written as a power of ten.
   */
  String format(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : sign("-∞");
    }
    double size = Math.abs(value);
    if (size >= HUGE || (size > 0 && size < Math.pow(10, -decimals) / 2)) {
      return sign(String.format(Locale.ROOT, "%.3e", value));
    }
    String grouping = grouped ? "," : "";
    return sign(String.format(Locale.ROOT, "%" + grouping + "." + decimals + "f", value));
  }

  /** Returns a whole number with grouped digits. */
  static String format(long value) {
    return minus(String.format(Locale.ROOT, Math.abs(value) >= 10_000 ? "%,d" : "%d", value));
  }

  /** Returns a count with grouped digits, as a sentence shows it. */
  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private String sign(String number) {
    return words ? minus(number) : number;
  }

  private static String minus(String number) {
    return number.replace('-', '−');
  }

  private static DoubleStream finite(double[] values) {
    return DoubleStream.of(values).filter(Double::isFinite);
  }

  private static boolean isWhole(double value) {
    return Math.abs(value - Math.rint(value)) <= 1e-9 * Math.max(1, Math.abs(value));
  }
}
