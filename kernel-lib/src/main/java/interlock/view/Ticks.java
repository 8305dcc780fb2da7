package interlock.view;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The numbers along an axis: multiples of 1, 2 or 5 times a power of ten.
 *
 * @param from the first moment of the axis
 * @param to the last moment, later than the first
 * @param step from one number to the next
 */
record Ticks(double from, double to, double step) {
  /** Returns an axis that holds these moments with at most {@code most} steps. */
  static Ticks over(double[] moments, int most) {
    double low = Arrays.stream(moments).min().orElse(0);
    double high = Arrays.stream(moments).max().orElse(1);
    double end = high > low ? high : low + 1;
    return new Ticks(low, end, step((end - low) / Math.max(1, most)));
  }

  private static double step(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    double digits = least / power;
    return power * (digits <= 1 ? 1 : digits <= 2 ? 2 : digits <= 5 ? 5 : 10);
  }

  /** Returns the moments that have a number. */
  double[] places() {
    int first = (int) Math.ceil(from / step - 1e-9);
    int last = (int) Math.floor(to / step + 1e-9);
    return IntStream.rangeClosed(first, last).mapToDouble(i -> i * step).toArray();
  }
}
