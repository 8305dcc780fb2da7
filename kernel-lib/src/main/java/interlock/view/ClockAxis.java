package interlock.view;

/**
 * An axis of virtual time under a window: its unit, its numbers, and the moment that they count
 * from, since microseconds after half a second would be too long to read.
 *
 * @param window what the axis spans
 * @param base the moment that the numbers count from, in nanoseconds
 * @param unit the unit of the numbers
 * @param perUnit nanoseconds in a unit
 * @param ticks where numbers stand, in units after {@code base}
 */
record ClockAxis(TimeWindow window, long base, String unit, double perUnit, Ticks ticks) {
  /** A window that is this many times shorter than its beginning has numbers of its own. */
  private static final int FAR = 20;

  static ClockAxis of(TimeWindow window, int mostTicks) {
    long length = window.nanos();
    int digits = length < 2_000 ? 0 : length < 2_000_000 ? 3 : length < 2_000_000_000L ? 6 : 9;
    double perUnit = Math.pow(10, digits);
    long base = window.fromNanos() / FAR < length ? 0 : base(window);
    double[] ends = {(window.fromNanos() - base) / perUnit, (window.toNanos() - base) / perUnit};
    return new ClockAxis(
        window, base, ClockText.unit(digits), perUnit, Ticks.over(ends, mostTicks));
  }

  private static long base(TimeWindow window) {
    long power = 1;
    while (power * 10 <= window.nanos()) {
      power *= 10;
    }
    return window.fromNanos() / (10 * power) * (10 * power);
  }

  String title() {
    return "virtual time in " + unit + (base == 0 ? "" : " after " + ClockText.of(base));
  }

  /** Returns the moments that have a number, in nanoseconds from the start of the run. */
  long[] places() {
    double[] places = ticks.places();
    long[] nanos = new long[places.length];
    for (int i = 0; i < places.length; i++) {
      nanos[i] = base + Math.round(places[i] * perUnit);
    }
    return nanos;
  }

  String number(long nanos) {
    return Numbers.of(ticks.places()).format((nanos - base) / perUnit);
  }
}
