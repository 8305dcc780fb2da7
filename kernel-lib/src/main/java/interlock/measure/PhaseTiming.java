package interlock.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A recipe for measuring the phases of a run in this virtual machine, again and again.
 *
 * <pre>{@code
 * PhaseTiming.repeats(7).warmup(2).measure("Java", run -> {
 *   double[][] points = run.phase("input", () -> NearestPoints.read(file));
 *   double[] distances = run.phase("core", () -> NearestPoints.distances(points));
 *   run.phase("output", () -> NearestPoints.write(out, distances));
 * })
 * }</pre>
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class PhaseTiming {
  private final int repeats;
  private final int warmup;
  private final LongSupplier nanos;

  private PhaseTiming(int repeats, int warmup, LongSupplier nanos) {
    this.repeats = repeats;
    this.warmup = warmup;
    this.nanos = nanos;
  }

  /** The stopwatch of one run; used by the thread that runs. */
  public static final class Run {
    private final LongSupplier nanos;
    private final SequencedMap<String, Duration> took = new LinkedHashMap<>();

    private Run(LongSupplier nanos) {
      this.nanos = nanos;
    }

    /** Runs a part of the work and returns its value. A name that comes again adds up. */
    public <T extends @Nullable Object, X extends Exception> T phase(
        String name, Timing.Work<T, X> work) throws X {
      long begin = nanos.getAsLong();
      T value = work.run();
      took.merge(name, Duration.ofNanos(nanos.getAsLong() - begin), Duration::plus);
      return value;
    }

    /** Runs a part of the work that has an effect only. */
    public <X extends Exception> void phase(String name, Timing.Action<X> action) throws X {
      this.<Boolean, X>phase(
          name,
          () -> {
            action.run();
            return true;
          });
    }
  }

  /** The work to measure. */
  @FunctionalInterface
  public interface Body<X extends Exception> {
    /** Runs once, in phases. */
    void run(Run run) throws X;
  }

  /**
   * Returns a recipe that keeps {@code repeats} runs after one to warm up.
   *
   * @throws IllegalArgumentException if {@code repeats} is less than 1
   */
  public static PhaseTiming repeats(int repeats) {
    if (repeats < 1) {
      throw new IllegalArgumentException("Timing needs at least 1 repeat, not " + repeats);
    }
    return new PhaseTiming(repeats, 1, System::nanoTime);
  }

  /**
   * Returns this recipe with another number of runs before the first that is kept.
   *
   * @throws IllegalArgumentException if {@code runs} is negative
   */
  public PhaseTiming warmup(int runs) {
    if (runs < 0) {
      throw new IllegalArgumentException("The number of warm-up runs cannot be negative: " + runs);
    }
    return new PhaseTiming(repeats, runs, nanos);
  }

  /** Returns this recipe with another clock, which counts nanoseconds from any origin. */
  public PhaseTiming clock(LongSupplier nanos) {
    return new PhaseTiming(repeats, warmup, nanos);
  }

  /**
   * Measures.
   *
   * @throws X whatever the work throws; the measurement ends there
   * @throws IllegalArgumentException if the work names no phase
   * @throws InterruptedException if the thread is interrupted between two runs
   */
  public <X extends Exception> Phases measure(String label, Body<X> body)
      throws X, InterruptedException {
    List<SequencedMap<String, Duration>> runs = new ArrayList<>();
    for (int i = 0; i < warmup + repeats; i++) {
      if (Thread.interrupted()) {
        throw new InterruptedException("The measurement was interrupted");
      }
      Run run = new Run(nanos);
      body.run(run);
      if (i >= warmup) {
        runs.add(run.took);
      }
    }
    return Phases.of(label, runs);
  }
}
