package interlock.measure;

import java.time.Duration;
import java.util.Locale;

/**
 * Durations as people read them: three significant digits and one unit, such as {@code 12.3 ms}.
 */
public final class Durations {
  private enum Unit {
    NS("ns", 1),
    US("µs", 1e3),
    MS("ms", 1e6),
    S("s", 1e9),
    MIN("min", 60e9);

    final String symbol;
    final double nanos;

    Unit(String symbol, double nanos) {
      this.symbol = symbol;
      this.nanos = nanos;
    }
  }

  private Durations() {}

  /** Returns one duration with its unit: {@code 850 ns}, {@code 12.3 ms}, {@code 2.00 s}. */
  public static String format(Duration duration) {
    Unit unit = unitFor(duration);
    return number(duration, unit) + " " + unit.symbol;
  }

  /** Returns a range in the unit of its upper end: {@code 12.0–13.1 ms}. */
  public static String formatRange(Duration low, Duration high) {
    Unit unit = unitFor(high);
    return number(low, unit) + "–" + number(high, unit) + " " + unit.symbol;
  }

  /** Returns a duration in seconds. */
  public static double seconds(Duration duration) {
    return duration.getSeconds() + duration.getNano() / 1e9;
  }

  /** Returns a duration in milliseconds. */
  public static double millis(Duration duration) {
    return seconds(duration) * 1e3;
  }

  private static double nanos(Duration duration) {
    return seconds(duration) * 1e9;
  }

  private static Unit unitFor(Duration duration) {
    double nanos = Math.abs(nanos(duration));
    Unit chosen = Unit.NS;
    for (Unit unit : Unit.values()) {
      double threshold = unit == Unit.MIN ? 2 * unit.nanos : 0.9995 * unit.nanos;
      chosen = nanos >= threshold ? unit : chosen;
    }
    return chosen;
  }

  private static String number(Duration duration, Unit unit) {
    double value = nanos(duration) / unit.nanos;
    int decimals =
        unit == Unit.NS || Math.abs(value) >= 99.95 ? 0 : Math.abs(value) >= 9.995 ? 1 : 2;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
