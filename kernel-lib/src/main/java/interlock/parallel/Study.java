package interlock.parallel;

import interlock.measure.Machine;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A plan to run one task on several engines with several numbers of workers, again and again.
 *
 * <pre>{@code
 * StudyResult result = Study.of(MonteCarloPi.task(10_000_000)).aim(Duration.ofMillis(200)).run();
 * }</pre>
 *
 * <p>One round runs every engine with every number of workers once, so that a machine that gets
 * slower or faster in the meantime does so for all alike. The order within a round is shuffled, the
 * same in every study, so that no engine always follows the same other. The first rounds warm up
 * and are not kept. Immutable.
 */
public final class Study<P, R> {
  private final Task<P, R> task;
  private final List<Engine> engines;
  private final SortedSet<Integer> workers;
  private final int warmup;
  private final int repeats;
  private final @Nullable Duration aim;
  private final Consumer<StudyResult> listener;

  private Study(
      Task<P, R> task,
      List<Engine> engines,
      SortedSet<Integer> workers,
      int warmup,
      int repeats,
      @Nullable Duration aim,
      Consumer<StudyResult> listener) {
    this.task = task;
    this.engines = List.copyOf(engines);
    this.workers = workers;
    this.warmup = warmup;
    this.repeats = repeats;
    this.aim = aim;
    this.listener = listener;
  }

  /**
   * Returns a study of a task on all engines, with the worker counts that suit this machine, two
   * warm-up rounds and five that are kept.
   */
  public static <P, R> Study<P, R> of(Task<P, R> task) {
    return new Study<>(
        task,
        Engines.all(),
        new TreeSet<>(Machine.here().workerCounts()),
        2,
        5,
        null,
        growing -> {});
  }

  /** Returns this study on other engines. Those that cannot run are skipped, with the reason. */
  public Study<P, R> engines(List<Engine> chosen) {
    return new Study<>(task, chosen, workers, warmup, repeats, aim, listener);
  }

  /**
   * Returns this study with other numbers of workers. One worker is always measured too, because
   * all others are compared with it; an engine leaves out those that are too many for it.
   *
   * @throws IllegalArgumentException if a number is less than 1
   */
  public Study<P, R> workers(int... counts) {
    SortedSet<Integer> chosen = new TreeSet<>(Arrays.stream(counts).boxed().toList());
    chosen.add(1);
    if (chosen.first() < 1) {
      throw new IllegalArgumentException("A study needs 1 worker or more, not " + chosen.first());
    }
    return new Study<>(task, engines, chosen, warmup, repeats, aim, listener);
  }

  /**
   * Returns this study with another number of rounds to warm up.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public Study<P, R> warmup(int rounds) {
    if (rounds < 0) {
      throw new IllegalArgumentException("A study warms up for 0 rounds or more, not " + rounds);
    }
    return new Study<>(task, engines, workers, rounds, repeats, aim, listener);
  }

  /**
   * Returns this study with another number of rounds that are kept.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public Study<P, R> repeats(int rounds) {
    if (rounds < 1) {
      throw new IllegalArgumentException("A study needs 1 round or more, not " + rounds);
    }
    return new Study<>(task, engines, workers, warmup, rounds, aim, listener);
  }

  /**
   * Returns this study with the task's size chosen for each family, so that one run of the family's
   * baseline takes about this long. A pure Python loop is some hundred times slower than compiled
   * Java: with one size for both, one of them would take minutes or nothing at all. Speedups stay
   * comparable, since each is a ratio within a family; compare families by {@link
   * StudyRow#perSecond()}.
   *
   * @throws IllegalArgumentException if the duration is not positive
   */
  public Study<P, R> aim(Duration perRun) {
    if (!perRun.isPositive()) {
      throw new IllegalArgumentException("A run takes longer than " + perRun);
    }
    return new Study<>(task, engines, workers, warmup, repeats, perRun, listener);
  }

  /** Returns this study with a listener that gets all rows so far after each run. */
  public Study<P, R> listener(Consumer<StudyResult> eachRun) {
    return new Study<>(task, engines, workers, warmup, repeats, aim, eachRun);
  }

  /**
   * Runs the study.
   *
   * @throws IllegalStateException if no engine can run the task, or two engines of a family give
   *     different answers
   * @throws InterruptedException if the thread is interrupted; nothing goes on working
   */
  public StudyResult run() throws InterruptedException {
    StudyRun<P, R> run = new StudyRun<>(task, engines, workers, Optional.ofNullable(aim));
    return run.rounds(warmup, repeats, listener);
  }
}
