package interlock.gil.real;

import interlock.measure.Measurement;
import interlock.measure.cpython.CPython;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Measures experiments on the real CPython in several rounds, each with a calibration of its own,
 * and simulates them with the calibrations' medians.
 *
 * <p>The rounds are there because a machine is not the same from one minute to the next: a
 * neighbour on the same host makes every loop slower for a while. All samples of all rounds count.
 */
public final class ComparisonRun {
  private static final int SECONDS_FOR_QUIET = 20;
  private static final int MOST_ATTEMPTS = 3;

  private final QuietMachine quiet = new QuietMachine();
  private final CPython python;
  private final List<Experiment> experiments;
  private final Consumer<String> progress;
  private final Map<Experiment, List<Duration>> samples = new LinkedHashMap<>();
  private final List<Calibration> calibrations = new ArrayList<>();
  private int disturbed;

  /**
   * Prepares a comparison.
   *
   * @param progress hears what is measured next
   * @throws IllegalArgumentException if there is no experiment
   */
  public ComparisonRun(CPython python, List<Experiment> experiments, Consumer<String> progress) {
    if (experiments.isEmpty()) {
      throw new IllegalArgumentException("There is no experiment to compare");
    }
    this.python = python;
    this.experiments = List.copyOf(experiments);
    this.progress = progress;
  }

  /**
   * Calibrates, then measures every experiment once, in turns with all others. What was measured
   * while something else ran on the machine is measured again, a few times at most.
   *
   * @throws InterruptedException if the thread is interrupted; no process is left
   */
  public void round() throws InterruptedException {
    progress.accept("calibration");
    calibrations.add(undisturbed(() -> Calibration.of(python, piece -> {})));
    for (Experiment experiment : experiments) {
      progress.accept(experiment.name());
      samples
          .computeIfAbsent(experiment, fresh -> new ArrayList<>())
          .addAll(undisturbed(() -> experiment.onPython(python)).samples());
    }
  }

  private interface Measuring<T> {
    T run() throws InterruptedException;
  }

  private <T> T undisturbed(Measuring<T> measuring) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      boolean quietBefore = quiet.await(SECONDS_FOR_QUIET);
      T found = measuring.run();
      if (quietBefore && quiet.isQuiet()) {
        return found;
      }
      if (attempt == MOST_ATTEMPTS) {
        disturbed++;
        return found;
      }
    }
  }

  /** Returns how many measurements count though something else ran on the machine. */
  public int disturbed() {
    return disturbed;
  }

  /**
   * Returns the machine's quantities: the medians over the rounds.
   *
   * @throws IllegalStateException before the first round
   */
  public Calibration calibration() {
    refuseIfNone();
    return Calibration.median(calibrations);
  }

  /**
   * Simulates every experiment and returns the comparisons, without the JVM's sides.
   *
   * @throws IllegalStateException before the first round
   */
  public List<Comparison> comparisons() {
    Calibration cost = calibration();
    List<Comparison> all = new ArrayList<>();
    samples.forEach((experiment, found) -> {
      progress.accept("simulating " + experiment.name());
      all.add(
          new Comparison(
              experiment,
              new Measurement("CPython " + python.version(), found),
              experiment.simulated(cost),
              null,
              null));
    });
    return all;
  }

  private void refuseIfNone() {
    if (calibrations.isEmpty()) {
      throw new IllegalStateException("Nothing is measured yet: call round() first");
    }
  }
}
