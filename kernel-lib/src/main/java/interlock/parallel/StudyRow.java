package interlock.parallel;

import interlock.measure.Durations;
import interlock.measure.Measurement;
import java.time.Duration;

/**
 * What a study measured for one engine with one number of workers.
 *
 * @param engine the engine's name
 * @param family what ran the pieces
 * @param workers how many workers
 * @param size how many of the task's numbers each run was over
 * @param startUp the start-up of the engine's first run with this many workers; later runs find the
 *     workers ready
 * @param measurement the work of each run, warm-up and start-up left out
 */
public record StudyRow(
    String engine,
    Family family,
    int workers,
    long size,
    Duration startUp,
    Measurement measurement) {

  /** Returns how many of the task's numbers were done a second, at the median. */
  public double perSecond() {
    return size / Durations.seconds(measurement.median());
  }
}
