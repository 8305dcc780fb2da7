package interlock.measure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What a {@link MemorySampler} shall look at, and how often. Immutable: each call returns another.
 *
 * @param interval from one look to the next
 * @param atMost after which it ends by itself
 * @param withChildren whether this process's children and their children are seen
 * @param processes other processes, by label
 * @param gauges other numbers of bytes, by label
 * @param listener gets a record about five times a second and one at the end
 * @param nanos the clock
 */
public record SamplerRecipe(
    Duration interval,
    Duration atMost,
    boolean withChildren,
    SequencedMap<String, Long> processes,
    SequencedMap<String, LongSupplier> gauges,
    Consumer<MemoryRecord> listener,
    LongSupplier nanos) {
  private static final Duration SHORTEST = Duration.ofMillis(10);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /** Checks the interval and copies the maps. */
  public SamplerRecipe {
    if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "A sampler looks every 10 ms to every minute, not every " + interval);
    }
    processes = new LinkedHashMap<>(processes);
    gauges = new LinkedHashMap<>(gauges);
  }

  static SamplerRecipe every(Duration interval) {
    return new SamplerRecipe(
        interval,
        Duration.ofHours(1),
        false,
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        record -> {},
        MemorySampler.clock());
  }

  /** Sees the child processes as well: each, and their sum. */
  public SamplerRecipe children() {
    return new SamplerRecipe(interval, atMost, true, processes, gauges, listener, nanos);
  }

  /** Sees another process of this user, such as a real CPython. */
  public SamplerRecipe process(String label, long pid) {
    return new SamplerRecipe(
        interval, atMost, withChildren, with(processes, label, pid), gauges, listener, nanos);
  }

  /**
   * Sees a number of bytes that only the caller knows. A gauge that throws has no value at that
   * moment; one that waits holds up the sampler.
   */
  public SamplerRecipe gauge(String label, LongSupplier bytes) {
    return new SamplerRecipe(
        interval, atMost, withChildren, processes, with(gauges, label, bytes), listener, nanos);
  }

  /** Tells a listener, on the sampler's thread, about five times a second and at the end. */
  public SamplerRecipe listener(Consumer<MemoryRecord> listener) {
    return new SamplerRecipe(interval, atMost, withChildren, processes, gauges, listener, nanos);
  }

  /** Ends by itself after another time than an hour. */
  public SamplerRecipe atMost(Duration time) {
    return new SamplerRecipe(interval, time, withChildren, processes, gauges, listener, nanos);
  }

  /** Uses another clock, which counts nanoseconds from any origin. */
  SamplerRecipe clock(LongSupplier other) {
    return new SamplerRecipe(interval, atMost, withChildren, processes, gauges, listener, other);
  }

  private static <T> SequencedMap<String, T> with(Map<String, T> map, String label, T value) {
    SequencedMap<String, T> more = new LinkedHashMap<>(map);
    more.put(label, value);
    return more;
  }

  /** Starts a sampler. */
  public MemorySampler start() {
    MemorySampler sampler = new MemorySampler(this, new MemoryLook(this, ResidentMemory.here()));
    sampler.look();
    sampler.start();
    return sampler;
  }
}
