package interlock.measure;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A clock that moves when the test says so. */
final class ManualClock implements LongSupplier {
  private long nanos = 1_000;

  void advance(Duration time) {
    nanos += time.toNanos();
  }

  @Override
  public long getAsLong() {
    return nanos;
  }
}
