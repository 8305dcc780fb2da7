package interlock.parallel;

import interlock.measure.Measurement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One execution of a study: its configurations, what each has measured so far, the answers. */
final class StudyRun<P, R> {
  /** One engine with one number of workers. */
  private final class Config {
    final Engine engine;
    final int workers;
    final List<Duration> samples = new ArrayList<>();
    @Nullable Duration startUp;

    Config(Engine engine, int workers) {
      this.engine = engine;
      this.workers = workers;
    }

    Run<R> run(Task<P, R> ofSize) throws InterruptedException {
      Run<R> run = engine.run(ofSize, workers);
      if (startUp == null) {
        startUp = run.startUp();
      }
      return run;
    }

    StudyRow row() {
      return new StudyRow(
          engine.name(),
          engine.family(),
          workers,
          sized(engine.family()).size(),
          Objects.requireNonNullElse(startUp, Duration.ZERO),
          new Measurement(engine.name() + ", " + workers, samples));
    }
  }

  private static final long SEED = 1;

  private final Task<P, R> task;
  private final Optional<Duration> aim;
  private final List<Config> configs = new ArrayList<>();
  private final List<String> skipped = new ArrayList<>();
  private final Map<Family, Task<P, R>> sized = new EnumMap<>(Family.class);
  private final Map<Family, Object> answers = new EnumMap<>(Family.class);
  private final Random random = new Random(SEED);
  private int runsDone;
  private int runsPlanned;

  StudyRun(
      Task<P, R> task, List<Engine> engines, SortedSet<Integer> workers, Optional<Duration> aim) {
    this.task = task;
    this.aim = aim;
    for (Engine engine : engines) {
      engine.unable(task).ifPresentOrElse(skipped::add, () -> plan(engine, workers));
    }
    if (configs.isEmpty()) {
      throw new IllegalStateException(
          "No engine can run '%s': %s".formatted(task.name(), String.join("; ", skipped)));
    }
  }

  private void plan(Engine engine, SortedSet<Integer> workers) {
    workers.stream()
        .filter(count -> count <= engine.maxWorkers())
        .forEach(count -> configs.add(new Config(engine, count)));
  }

  StudyResult rounds(int warmup, int repeats, Consumer<StudyResult> listener)
      throws InterruptedException {
    runsPlanned = (warmup + repeats) * configs.size();
    for (int round = -warmup; round < repeats; round++) {
      for (Config config : inSomeOrder()) {
        Run<R> run = run(config);
        if (round >= 0) {
          config.samples.add(run.elapsed());
        }
        runsDone++;
        listener.accept(soFar());
      }
    }
    return soFar();
  }

  /** The first round goes in order, to show what starting up costs; each other in its own. */
  private List<Config> inSomeOrder() {
    List<Config> order = new ArrayList<>(configs);
    if (runsDone > 0) {
      Collections.shuffle(order, random);
    }
    return order;
  }

  private Run<R> run(Config config) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("The study of '%s' was interrupted".formatted(task.name()));
    }
    Family family = config.engine.family();
    if (!sized.containsKey(family)) {
      sized.put(family, aim.isPresent() ? fit(config, aim.get()) : task);
    }
    Run<R> run = config.run(sized(family));
    check(family, run);
    return run;
  }

  private Task<P, R> sized(Family family) {
    return Objects.requireNonNull(sized.get(family));
  }

  private void check(Family family, Run<R> run) {
    Object before = answers.putIfAbsent(family, run.value());
    if (before != null && !before.equals(run.value())) {
      throw new IllegalStateException(
          "The engine '%s' answers %s where another answered %s: a piece depends on more than itself"
              .formatted(run.engine(), run.value(), before));
    }
  }

  /**
   * Finds the size at which one run takes about as long as aimed at. Cold runs mislead, so it
   * approaches in steps of at most eight, and believes in a size that was right twice.
   */
  private Task<P, R> fit(Config config, Duration aimed) throws InterruptedException {
    Task<P, R> fitted = task.withSize(task.pieces());
    Duration spent = Duration.ZERO;
    int right = 0;
    Duration enough = aimed.multipliedBy(10);
    for (int step = 0; step < 40 && right < 2 && spent.compareTo(enough) < 0; step++) {
      Run<R> run = config.run(fitted);
      spent = spent.plus(run.elapsed());
      double factor = (double) aimed.toNanos() / Math.max(1, run.elapsed().toNanos());
      if (factor > 0.8 && factor < 1.25) {
        right++;
      } else {
        right = 0;
        fitted = scaled(fitted, Math.clamp(factor, 1.0 / 8, 8));
      }
    }
    return fitted;
  }

  private Task<P, R> scaled(Task<P, R> before, double factor) {
    long most = Long.MAX_VALUE / 16 / task.pieces();
    long perPiece = Math.round(factor * before.size() / task.pieces());
    return task.withSize(Math.clamp(perPiece, 1, most) * task.pieces());
  }

  private StudyResult soFar() {
    List<StudyRow> rows =
        configs.stream().filter(config -> !config.samples.isEmpty()).map(Config::row).toList();
    return new StudyResult(task.name(), task.unit(), rows, answers, skipped, runsDone, runsPlanned);
  }
}
