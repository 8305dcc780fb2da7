package interlock.scaling;

import interlock.measure.Durations;
import interlock.measure.Measurement;
import interlock.measure.WorkerSeries;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * The measured speedups of one engine, by number of workers.
 *
 * @param label who did the work
 * @param points one point a number of workers, in rising order; may be empty
 */
public record SpeedupCurve(String label, List<SpeedupPoint> points) {
  /** Copies and sorts the points; refuses two points for one number of workers. */
  public SpeedupCurve {
    points = points.stream().sorted(Comparator.comparingInt(SpeedupPoint::workers)).toList();
    for (int i = 1; i < points.size(); i++) {
      if (points.get(i).workers() == points.get(i - 1).workers()) {
        throw new IllegalArgumentException(
            "The curve of %s has two points for %d workers"
                .formatted(label, points.get(i).workers()));
      }
    }
  }

  /**
   * Returns the curve of measured times against a baseline. The error bar takes the worst and the
   * best case of both: from {@code baseline.low ÷ high} to {@code baseline.high ÷ low}, with the 10
   * % and 90 % quantiles.
   *
   * @throws IllegalArgumentException if a measured time is zero, which no ratio can be made of
   */
  public static SpeedupCurve of(
      String label, Measurement baseline, SortedMap<Integer, Measurement> byWorkers) {
    List<SpeedupPoint> points =
        byWorkers.entrySet().stream()
            .map(entry -> point(entry.getKey(), baseline, entry.getValue()))
            .toList();
    return new SpeedupCurve(label, points);
  }

  /** Returns the curve of a series of measurements; see the other {@code of}. */
  public static SpeedupCurve of(WorkerSeries series) {
    return of(series.label(), series.baseline(), series.byWorkers());
  }

  /** Returns the curves of several series, in their order. */
  public static List<SpeedupCurve> all(List<WorkerSeries> series) {
    return series.stream().map(SpeedupCurve::of).toList();
  }

  /** Returns true if there is a point with two workers or more, which a law can be fitted to. */
  public boolean isParallel() {
    return points.stream().anyMatch(point -> point.workers() > 1);
  }

  /**
   * Returns the points with at most so many workers. With the number of cores as the limit these
   * are the points that a law about processors speaks of: of more workers than cores, some wait.
   */
  public SpeedupCurve upTo(int workers) {
    return new SpeedupCurve(
        label, points.stream().filter(point -> point.workers() <= workers).toList());
  }

  private static SpeedupPoint point(int workers, Measurement baseline, Measurement measured) {
    return new SpeedupPoint(
        workers,
        ratio(baseline, baseline.median(), measured, measured.median()),
        ratio(baseline, baseline.low(), measured, measured.high()),
        ratio(baseline, baseline.high(), measured, measured.low()));
  }

  private static double ratio(
      Measurement baseline, Duration above, Measurement measured, Duration below) {
    if (above.isZero() || below.isZero()) {
      throw new IllegalArgumentException(
          "%s took no time at all: give it more work before you compare"
              .formatted(above.isZero() ? baseline.label() : measured.label()));
    }
    return Durations.seconds(above) / Durations.seconds(below);
  }

  @Override
  public String toString() {
    return label
        + ": "
        + points.stream().map(SpeedupPoint::toString).collect(Collectors.joining(", "));
  }
}
