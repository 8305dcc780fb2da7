package interlock.notebook;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Passes on the newest of many values, at a bounded rate, and always the last one.
 *
 * <p>The next value goes out no sooner than {@code interval} after the one before was begun, and no
 * sooner than half of what that one took after it was done: what publishes never takes more than
 * two thirds of a thread's time. Safe for use by any thread.
 */
final class Coalescer<T> {
  private final Timer timer;
  private final LongSupplier nanos;
  private final long interval;
  private final Consumer<T> publish;
  private final Object publishing = new Object();
  private @Nullable T newest;
  private boolean scheduled;
  private long next;

  /**
   * @param timer runs what is due
   * @param nanos a clock as {@code System::nanoTime}
   * @param publish called with one value at a time
   */
  Coalescer(Timer timer, LongSupplier nanos, Duration interval, Consumer<T> publish) {
    this.timer = timer;
    this.nanos = nanos;
    this.interval = interval.toNanos();
    this.publish = publish;
    this.next = nanos.getAsLong();
  }

  /** Takes a value, and forgets one that has not gone out. */
  synchronized void offer(T value) {
    newest = value;
    if (!scheduled) {
      schedule();
    }
  }

  /** Takes a value, unless a newer one waits. */
  synchronized void offerAgain(T value) {
    if (newest == null) {
      offer(value);
    }
  }

  /** Publishes the value that waits, if one does, before it returns. */
  void flush() {
    synchronized (publishing) {
      T value = take();
      if (value != null) {
        publishTimed(value);
      }
    }
  }

  private synchronized void schedule() {
    scheduled = true;
    timer.after(Duration.ofNanos(Math.max(0, next - nanos.getAsLong())), this::due);
  }

  private void due() {
    try {
      flush();
    } finally {
      again();
    }
  }

  /** A value that came while another was published is due an interval later. */
  private synchronized void again() {
    scheduled = false;
    if (newest != null) {
      schedule();
    }
  }

  private void publishTimed(T value) {
    long begun = nanos.getAsLong();
    try {
      publish.accept(value);
    } finally {
      long done = nanos.getAsLong();
      rest(Math.max(begun + interval, done + (done - begun) / 2));
    }
  }

  private synchronized void rest(long until) {
    next = until;
  }

  private synchronized @Nullable T take() {
    T value = newest;
    newest = null;
    return value;
  }
}
