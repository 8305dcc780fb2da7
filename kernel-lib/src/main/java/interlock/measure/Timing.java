package interlock.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A recipe for measuring: run a few times to warm up, then repeat and keep every time.
 *
 * <pre>{@code
 * Timing.repeats(7).warmup(2).measure("sum", () -> IntStream.range(0, 1_000_000).sum())
 * }</pre>
 *
 * <p>Warm-up runs let the virtual machine load classes and compile hot code; they are not kept.
 * Return the result from the measured code: a result that nobody uses may be optimised away with
 * the work that made it. Immutable and safe for use by many threads.
 */
public final class Timing {
  private static final AtomicReference<@Nullable Object> SINK = new AtomicReference<>();

  private final int repeats;
  private final int warmup;
  private final LongSupplier nanos;
  private final Consumer<Measurement> listener;

  private Timing(int repeats, int warmup, LongSupplier nanos, Consumer<Measurement> listener) {
    this.repeats = repeats;
    this.warmup = warmup;
    this.nanos = nanos;
    this.listener = listener;
  }

  /**
   * Returns a recipe that keeps {@code repeats} samples after one warm-up run.
   *
   * @throws IllegalArgumentException if {@code repeats} is less than 1
   */
  public static Timing repeats(int repeats) {
    if (repeats < 1) {
      throw new IllegalArgumentException("Timing needs at least 1 repeat, not " + repeats);
    }
    return new Timing(repeats, 1, System::nanoTime, growing -> {});
  }

  /**
   * Returns this recipe with another number of runs before the first sample.
   *
   * @throws IllegalArgumentException if {@code runs} is negative
   */
  public Timing warmup(int runs) {
    if (runs < 0) {
      throw new IllegalArgumentException("The number of warm-up runs cannot be negative: " + runs);
    }
    return new Timing(repeats, runs, nanos, listener);
  }

  /** Returns this recipe with another clock, which counts nanoseconds from any origin. */
  public Timing clock(LongSupplier nanos) {
    return new Timing(repeats, warmup, nanos, listener);
  }

  /** Returns this recipe with a listener that gets the growing measurement after each sample. */
  public Timing listener(Consumer<Measurement> listener) {
    return new Timing(repeats, warmup, nanos, listener);
  }

  /**
   * Measures code that returns a value.
   *
   * @throws X whatever the code throws; the measurement ends there
   * @throws InterruptedException if the thread is interrupted between two runs
   */
  public <T extends @Nullable Object, X extends Exception> Measurement measure(
      String label, Work<T, X> work) throws X, InterruptedException {
    return timed(label, work).measurement();
  }

  /**
   * Measures code that returns nothing.
   *
   * @throws X whatever the code throws; the measurement ends there
   * @throws InterruptedException if the thread is interrupted between two runs
   */
  public <X extends Exception> Measurement measure(String label, Action<X> action)
      throws X, InterruptedException {
    return this.<Boolean, X>timed(
            label,
            () -> {
              action.run();
              return true;
            })
        .measurement();
  }

  /**
   * Measures code and also returns the value of its last run.
   *
   * @throws X whatever the code throws; the measurement ends there
   * @throws InterruptedException if the thread is interrupted between two runs
   */
  public <T extends @Nullable Object, X extends Exception> Timed<T> timed(
      String label, Work<T, X> work) throws X, InterruptedException {
    for (int run = 0; run < warmup; run++) {
      sample(work);
    }
    List<Duration> samples = new ArrayList<>(repeats);
    while (true) {
      Sample<T> last = sample(work);
      samples.add(last.elapsed);
      Measurement growing = new Measurement(label, samples);
      listener.accept(growing);
      if (samples.size() == repeats) {
        return new Timed<>(growing, last.value);
      }
    }
  }

  private record Sample<T extends @Nullable Object>(T value, Duration elapsed) {}

  private <T extends @Nullable Object, X extends Exception> Sample<T> sample(Work<T, X> work)
      throws X, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("The measurement was interrupted");
    }
    long begin = nanos.getAsLong();
    T value = work.run();
    long end = nanos.getAsLong();
    // The volatile write lets the value escape; clearing it keeps nothing alive.
    SINK.set(value);
    SINK.set(null);
    return new Sample<>(value, Duration.ofNanos(end - begin));
  }

  /** Code to measure that computes a value. */
  @FunctionalInterface
  public interface Work<T extends @Nullable Object, X extends Exception> {
    /** Runs once. */
    T run() throws X;
  }

  /** Code to measure that has an effect only. */
  @FunctionalInterface
  public interface Action<X extends Exception> {
    /** Runs once. */
    void run() throws X;
  }
}
