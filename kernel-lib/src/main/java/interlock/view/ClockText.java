package interlock.view;

import java.math.BigDecimal;

/** Moments of virtual time as text, exact to the nanosecond. */
final class ClockText {
  private ClockText() {}

  /** Returns a moment in the unit that suits it: {@code 0 s}, {@code 5.0031 ms}, {@code 1.25 s}. */
  static String of(long nanos) {
    if (nanos == 0) {
      return "0 s";
    }
    int digits = nanos < 1_000 ? 0 : nanos < 1_000_000 ? 3 : nanos < 1_000_000_000 ? 6 : 9;
    BigDecimal number = BigDecimal.valueOf(nanos, digits).stripTrailingZeros();
    return number.toPlainString() + " " + unit(digits);
  }

  /** Returns the unit of time that is so many powers of ten nanoseconds. */
  static String unit(int digits) {
    return switch (digits) {
      case 0 -> "ns";
      case 3 -> "µs";
      case 6 -> "ms";
      default -> "s";
    };
  }
}
