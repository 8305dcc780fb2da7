package interlock.gil.real;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * The experiments: what threads do to each other under the lock, one effect each. Every one is a
 * Python program with numbers; the same numbers drive the JVM's side and the simulation.
 */
public final class Experiments {
  private static final Duration FIVE_MILLIS = Duration.ofMillis(5);
  private static final int LOOPS = 4_000_000;
  private static final int POINTS = 200_000;

  private Experiments() {}

  /** Returns all, in an order to read them in. */
  public static List<Experiment> all() {
    List<Experiment> all = new ArrayList<>();
    for (int threads : new int[] {1, 2, 4, 8}) {
      all.add(compute(threads));
    }
    all.add(computeOnProcesses(1));
    all.add(computeOnProcesses(2));
    all.add(computeOnProcesses(4));
    for (int spinners = 0; spinners <= 2; spinners++) {
      for (int micros : new int[] {5000, 1000, 100}) {
        all.add(echo(spinners, Duration.ofNanos(micros * 1000L)));
      }
    }
    for (int spinners = 0; spinners <= 2; spinners++) {
      all.add(ready(spinners));
    }
    all.add(produce("queue", 0, 0, 0));
    all.add(produce("queue-slow-producer", 0, 1000, 0));
    all.add(produce("queue-both-slow", 0, 1000, 1000));
    all.add(produce("queue-10-both-slow", 10, 1000, 1000));
    for (int threads : new int[] {1, 2, 4}) {
      all.add(pi(threads, 1));
    }
    all.add(pi(4, 1000));
    for (int threads : new int[] {1, 10, 100}) {
      all.add(sleepers(threads));
    }
    for (int threads : new int[] {1, 2, 4}) {
      all.add(release(threads));
    }
    // Alone it would be a sleep, and sleeps are what the calibration measures.
    all.add(heartbeat(1, FIVE_MILLIS));
    all.add(heartbeat(2, FIVE_MILLIS));
    all.add(heartbeat(1, Duration.ofMillis(1)));
    return List.copyOf(all);
  }

  /**
   * Returns an experiment by its name.
   *
   * @throws NoSuchElementException if there is none of that name
   */
  public static Experiment named(String name) {
    return all().stream()
        .filter(experiment -> experiment.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new NoSuchElementException(
                "No experiment is called '%s': there is %s"
                    .formatted(name, all().stream().map(Experiment::name).toList())));
  }

  /** CPU-bound threads that share out the same work. */
  public static Experiment compute(int threads) {
    return compute("cpu-" + threads, threads, false);
  }

  /** CPU-bound processes that share out the same work. */
  public static Experiment computeOnProcesses(int processes) {
    return compute("cpu-processes-" + processes, processes, true);
  }

  private static Experiment compute(String name, int workers, boolean processes) {
    return new Experiment(
        name,
        "a count-down of %,d, shared out to %d %s"
            .formatted(LOOPS, positive("workers", workers), processes ? "processes" : "threads"),
        Program.COMPUTE,
        Map.of("workers", workers, "total", LOOPS, "processes", processes, "repeats", 7),
        FIVE_MILLIS.toNanos());
  }

  /** The round trip of a byte to another process, beside CPU-bound threads. */
  public static Experiment echo(int spinners, Duration interval) {
    int repeats = spinners == 0 ? 500 : 60;
    return new Experiment(
        "echo-%d-%s".formatted(notNegative("spinners", spinners), millis(interval)),
        "the round trip of a byte to another process beside %d CPU-bound threads, interval %s"
            .formatted(spinners, millis(interval)),
        Program.ECHO,
        Map.of(
            "spinners",
            spinners,
            "interval",
            seconds(interval),
            "pause",
            Math.max(0.0005, seconds(interval)),
            "repeats",
            repeats),
        interval.toNanos());
  }

  /** A send and a receive whose byte is there already, beside CPU-bound threads. */
  public static Experiment ready(int spinners) {
    return new Experiment(
        "ready-" + notNegative("spinners", spinners),
        "a send and a receive that need not wait, beside %d CPU-bound threads".formatted(spinners),
        Program.READY,
        Map.of("spinners", spinners, "interval", 0.005, "repeats", 2000),
        FIVE_MILLIS.toNanos());
  }

  /**
   * A producer and a consumer that share a queue.
   *
   * @param room the queue's size; 0 is unbounded
   * @param produce loops of work on each item before it is put
   * @param consume loops of work on each item after it was got
   */
  public static Experiment produce(String name, int room, int produce, int consume) {
    return new Experiment(
        name,
        "1,000 items through a queue %s, %,d loops to make and %,d to use one"
            .formatted(
                room == 0 ? "without bound" : "of %d".formatted(notNegative("room", room)),
                notNegative("produce", produce),
                notNegative("consume", consume)),
        Program.PRODUCE,
        Map.of("items", 1000, "room", room, "produce", produce, "consume", consume, "repeats", 7),
        FIVE_MILLIS.toNanos());
  }

  /** Pi from random points, counted under one lock. */
  public static Experiment pi(int threads, int batch) {
    return new Experiment(
        "pi-%d-batch-%d".formatted(positive("threads", threads), positive("batch", batch)),
        "pi from %,d points on %d threads, a lock taken every %,d points"
            .formatted(POINTS, threads, batch),
        Program.PI,
        Map.of("workers", threads, "points", POINTS, "batch", batch, "repeats", 7),
        FIVE_MILLIS.toNanos());
  }

  /** Threads that only sleep. */
  public static Experiment sleepers(int threads) {
    return new Experiment(
        "sleepers-" + positive("threads", threads),
        "%d threads that sleep 5 times 10 ms".formatted(threads),
        Program.SLEEPERS,
        Map.of("workers", threads, "pause", 0.01, "times", 5, "repeats", 7),
        FIVE_MILLIS.toNanos());
  }

  /** Threads that checksum buffers in C code, which releases the lock as NumPy's does. */
  public static Experiment release(int threads) {
    return new Experiment(
        "release-" + positive("threads", threads),
        "200 checksums of 1 MiB on %d threads, in C without the lock".formatted(threads),
        Program.RELEASE,
        Map.of("workers", threads, "buffer", 1 << 20, "times", 200, "repeats", 7),
        FIVE_MILLIS.toNanos());
  }

  /** A thread that wants to beat each 10 ms, beside CPU-bound threads. */
  public static Experiment heartbeat(int spinners, Duration interval) {
    return new Experiment(
        "heartbeat-%d-%s".formatted(notNegative("spinners", spinners), millis(interval)),
        "how late a beat comes that is due every 10 ms, beside %d CPU-bound threads, interval %s"
            .formatted(spinners, millis(interval)),
        Program.HEARTBEAT,
        Map.of("spinners", spinners, "interval", seconds(interval), "period", 0.01, "repeats", 60),
        interval.toNanos());
  }

  private static int positive(String what, int count) {
    if (count < 1) {
      throw new IllegalArgumentException(
          "There must be at least 1 of: %s, not %d".formatted(what, count));
    }
    return count;
  }

  private static int notNegative(String what, int count) {
    if (count < 0) {
      throw new IllegalArgumentException("There cannot be %d of: %s".formatted(count, what));
    }
    return count;
  }

  private static double seconds(Duration interval) {
    if (!interval.isPositive()) {
      throw new IllegalArgumentException("A switch interval is positive, not " + interval);
    }
    return interval.toNanos() / 1e9;
  }

  private static String millis(Duration interval) {
    String text =
        java.math.BigDecimal.valueOf(interval.toNanos(), 6).stripTrailingZeros().toPlainString();
    return text + "ms";
  }
}
