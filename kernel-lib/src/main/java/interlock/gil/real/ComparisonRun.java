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
  private final CPython python;
  private final List<Experiment> experiments;
  private final Consumer<String> progress;
  private final Map<Experiment, List<Duration>> samples = new LinkedHashMap<>();
  private final List<Calibration> calibrations = new ArrayList<>();

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
   * Calibrates, then measures every experiment once, in turns with all others.
   *
   * @throws InterruptedException if the thread is interrupted; no process is left
   */
  public void round() throws InterruptedException {
    calibrations.add(Calibration.of(python, piece -> progress.accept("calibrating: " + piece)));
    for (Experiment experiment : experiments) {
      progress.accept(experiment.name());
      samples
          .computeIfAbsent(experiment, fresh -> new ArrayList<>())
          .addAll(experiment.onPython(python).samples());
    }
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
