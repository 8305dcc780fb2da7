package interlock.gil.workload;

import java.time.Duration;

/** How long something takes: always the same, or by chance. All in nanoseconds of virtual time. */
public sealed interface Span {
  /** The longest span, about 11 days of virtual time. */
  long MOST_NANOS = 1_000_000_000_000_000L;

  /** Always the same. */
  record Fixed(long nanos) implements Span {
    public Fixed {
      check(nanos);
    }
  }

  /** Any time from {@code fromNanos} to {@code toNanos}, each as likely. */
  record Uniform(long fromNanos, long toNanos) implements Span {
    public Uniform {
      check(fromNanos);
      check(toNanos);
      if (fromNanos > toNanos) {
        throw new IllegalArgumentException(
            "A span goes from the shorter to the longer time, not from %d ns to %d ns"
                .formatted(fromNanos, toNanos));
      }
    }
  }

  /** Short ones often, long ones seldom, as the times between independent arrivals are. */
  record Exponential(long meanNanos) implements Span {
    public Exponential {
      check(meanNanos);
    }
  }

  /** Returns a span that is always the same. */
  static Span of(Duration time) {
    return new Fixed(nanos(time));
  }

  /** Returns the mean in nanoseconds. */
  default long mean() {
    return switch (this) {
      case Fixed(long nanos) -> nanos;
      case Uniform(long from, long to) -> from + (to - from) / 2;
      case Exponential(long mean) -> mean;
    };
  }

  /**
   * Returns a time in nanoseconds.
   *
   * @throws IllegalArgumentException if it is negative or longer than 11 days
   */
  static long nanos(Duration time) {
    if (time.isNegative() || time.compareTo(Duration.ofNanos(MOST_NANOS)) > 0) {
      throw new IllegalArgumentException(
          "A time lies between 0 and %d s, not at %s".formatted(MOST_NANOS / 1_000_000_000, time));
    }
    return time.toNanos();
  }

  private static void check(long nanos) {
    nanos(Duration.ofNanos(nanos));
  }
}
