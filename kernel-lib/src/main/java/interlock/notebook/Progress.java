package interlock.notebook;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A bar that shows how far a long work is, how fast it goes and how long it will take.
 *
 * <p>Steps are counted from any thread. The bar ends by itself when all are done; {@link #close}
 * ends it earlier, so that try-with-resources leaves no bar that seems to run.
 */
public final class Progress implements AutoCloseable {
  static final Duration INTERVAL = Duration.ofMillis(100);

  private final String label;
  private final long total;
  private final LongSupplier nanos;
  private final long begun;
  private final AtomicLong done = new AtomicLong();
  private final LiveDisplay display;
  private volatile boolean closed;

  Progress(Cell cell, String label, long total, LongSupplier nanos) {
    if (total < 0) {
      throw new IllegalArgumentException("The total must not be negative, but is " + total + ".");
    }
    this.label = label;
    this.total = total;
    this.nanos = nanos;
    this.begun = nanos.getAsLong();
    this.closed = total == 0;
    this.display = new LiveDisplay(cell, bar(), INTERVAL);
  }

  /** Counts one step. */
  public void step() {
    add(1);
  }

  /**
   * Counts several steps. Steps beyond the total are not shown.
   *
   * @throws IllegalArgumentException if {@code steps} is negative
   */
  public void add(long steps) {
    if (steps < 0) {
      throw new IllegalArgumentException("Steps must not be negative, but are " + steps + ".");
    }
    if (steps > 0 && !closed) {
      closed = done.addAndGet(steps) >= total;
      display.update(bar());
    }
  }

  /** Returns how many steps are done. */
  public long done() {
    return Math.min(done.get(), total);
  }

  /** Ends the bar where it is. */
  @Override
  public void close() {
    closed = true;
    display.update(bar());
    display.flush();
  }

  private ProgressBar bar() {
    Duration elapsed = Duration.ofNanos(nanos.getAsLong() - begun);
    return new ProgressBar(label, done(), total, elapsed, closed);
  }

  @Override
  public String toString() {
    return bar().text();
  }
}
