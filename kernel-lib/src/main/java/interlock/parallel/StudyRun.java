package interlock.parallel;

import interlock.measure.Measurement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

  private final Task<P, R> task;
  private final Optional<Duration> aim;
  private final List<Config> configs = new ArrayList<>();
  private final List<String> skipped = new ArrayList<>();
  private final Map<Family, Task<P, R>> sized = new EnumMap<>(Family.class);
  private final Map<Family, Object> answers = new EnumMap<>(Family.class);
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
      for (Config config : configs) {
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

  private Run<R> run(Config config) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("The study of '%s' was interrupted".formatted(task.name()));
    }
    Family family = config.engine.family();
    if (!sized.containsKey(family)) {
      sized.put(family, aim.isPresent() ? fit(config, aim.get()) : task);
    }
    Run<R> run = config.engine.run(sized(family), config.workers);
    if (config.startUp == null) {
      config.startUp = run.startUp();
    }
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

  /** Grows the task until one run takes about as long as aimed at. */
  private Task<P, R> fit(Config config, Duration aimed) throws InterruptedException {
    Task<P, R> fitted = task.withSize(task.pieces());
    for (int step = 0; step < 40; step++) {
      Run<R> run = config.engine.run(fitted, config.workers);
      if (config.startUp == null) {
        config.startUp = run.startUp();
      }
      double factor = (double) aimed.toNanos() / Math.max(1, run.elapsed().toNanos());
      if (factor > 0.8 && factor < 1.25) {
        break;
      }
      // Small runs are cold and mislead: approach in steps of at most eight.
      long times = Math.round(Math.min(8, factor) * fitted.size() / task.pieces());
      fitted =
          task.withSize(Math.clamp(times, 1, Long.MAX_VALUE / 16 / task.pieces()) * task.pieces());
      if (factor < 4) {
        break;
      }
    }
    return fitted;
  }

  private StudyResult soFar() {
    List<StudyRow> rows =
        configs.stream().filter(config -> !config.samples.isEmpty()).map(Config::row).toList();
    return new StudyResult(task.name(), task.unit(), rows, answers, skipped, runsDone, runsPlanned);
  }
}
