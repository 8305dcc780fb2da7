package interlock.gil.advice;

import interlock.gil.SimulatedGil;
import interlock.gil.machine.MachineModel;
import interlock.gil.timeline.Figures;
import interlock.gil.timeline.Timeline;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Threads or processes: a job simulated in every {@link Way}, which of them to choose, and why.
 *
 * <p>Of all ways within a tenth of the fastest it takes the one with the least trouble: the first
 * in the order of {@link Way}.
 *
 * @param job the job
 * @param workers how many workers share it
 * @param machine the simulated machine
 * @param figures what each way's run came to
 */
public record Advice(Job job, int workers, MachineModel machine, Map<Way, Figures> figures) {
  /** So much slower than the fastest is not worth more trouble. */
  private static final double NEAR = 1.1;

  private static final EnumSet<Way> WITH_LOCK = EnumSet.complementOf(EnumSet.of(Way.FREE_THREADED));

  public Advice {
    figures = Collections.unmodifiableMap(new EnumMap<>(figures));
    for (Way way : Way.values()) {
      if (!figures.containsKey(way)) {
        throw new IllegalArgumentException("An advice compares every way; this lacks " + way);
      }
    }
  }

  /**
   * Simulates a job in every way.
   *
   * @throws IllegalArgumentException if nothing happens in a piece, or the workers are not 1 to
   *     1,000
   */
  public static Advice on(MachineModel machine, Job job, int workers) {
    if (job.piece().isZero()) {
      throw new IllegalArgumentException("Nothing happens in a piece: give it time for something");
    }
    EnumMap<Way, Figures> figures = new EnumMap<>(Way.class);
    for (Way way : Way.values()) {
      figures.put(way, gil(way, machine).measure(way.workload(job, workers)));
    }
    return new Advice(job, workers, machine, figures);
  }

  private static SimulatedGil gil(Way way, MachineModel machine) {
    return SimulatedGil.of(way.policy()).on(machine);
  }

  /** Returns the run of a way, moment by moment. */
  public Timeline timeline(Way way) {
    return gil(way, machine).run(way.workload(job, workers));
  }

  /** Returns how long a way takes, in nanoseconds. */
  public long nanos(Way way) {
    return Objects.requireNonNull(figures.get(way)).makespanNanos();
  }

  /** Returns how many times as fast a way is as one thread. */
  public double speedup(Way way) {
    return (double) nanos(Way.ONE_THREAD) / nanos(way);
  }

  /** Returns what a way's time went into. */
  public Parts parts(Way way) {
    return Parts.of(job, way, workers, nanos(way));
  }

  /** Returns the way to choose. */
  public Way best() {
    return best(EnumSet.allOf(Way.class));
  }

  /** Returns the way to choose where the free-threaded build is not to be had. */
  public Way bestWithLock() {
    return best(WITH_LOCK);
  }

  private Way best(Collection<Way> ways) {
    long fastest = ways.stream().mapToLong(this::nanos).min().orElseThrow();
    return ways.stream().filter(way -> nanos(way) <= NEAR * fastest).findFirst().orElseThrow();
  }

  /** Returns the choice in one sentence. */
  public String choice() {
    Way best = best();
    if (best == Way.ONE_THREAD) {
      return "Stay with one thread: nothing is faster by a tenth.";
    }
    String choice = "Take %s: %s times as fast as one thread.".formatted(named(best), times(best));
    if (best != Way.FREE_THREADED) {
      return choice;
    }
    Way other = bestWithLock();
    return other == Way.ONE_THREAD
        ? choice + " On the usual build stay with one thread."
        : choice + " On the usual build take %s: %s times.".formatted(named(other), times(other));
  }

  private static String named(Way way) {
    return way == Way.FREE_THREADED ? "threads on the free-threaded build" : way.words();
  }

  /** Returns the reasons, a sentence each. */
  public List<String> why() {
    List<String> reasons = new ArrayList<>(List.of(whyThreads(), whyProcesses(), whyFree()));
    if (workers > machine.cores()) {
      reasons.add(
          "%d workers on %d %s: who computes may have to wait for one."
              .formatted(workers, machine.cores(), machine.cores() == 1 ? "core" : "cores"));
    }
    return reasons;
  }

  private String whyThreads() {
    double python = job.pythonShare();
    if (python < 0.005) {
      return "Threads are not in each other's way, for a piece has no Python: %s times."
          .formatted(times(Way.THREADS));
    }
    return ("Threads take turns in the %s\u00a0%% of a piece that is Python: at best %s times,"
            + " here %s.")
        .formatted(
            number(0, 100 * python), number(1, Math.min(workers, 1 / python)), times(Way.THREADS));
  }

  private String whyProcesses() {
    double copying = (double) Way.PROCESSES.copyingNanos(job) / job.piece().toNanos();
    String copy =
        copying < 0.005
            ? " and copy next to nothing: "
            : ", but copy, %s\u00a0%% more to do: ".formatted(number(0, 100 * copying));
    return "Processes and interpreters have a lock each"
        + copy
        + "%s and %s times.".formatted(times(Way.PROCESSES), times(Way.INTERPRETERS));
  }

  private String whyFree() {
    return "Without a lock nobody copies and nobody takes turns; Python is slower by %s\u00a0%%: %s times."
        .formatted(number(0, 100 * (Way.FREE_THREADED.cost() - 1)), times(Way.FREE_THREADED));
  }

  /** Returns how many times as fast a way is as one thread, with one decimal. */
  public String times(Way way) {
    return number(1, speedup(way));
  }

  private static String number(int decimals, double value) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }

  @Override
  public String toString() {
    return choice() + "\n" + String.join("\n", why());
  }
}
