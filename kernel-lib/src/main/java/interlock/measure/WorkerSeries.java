package interlock.measure;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The same work measured with one, two, … workers, and the run that it is compared with.
 *
 * @param label who did the work, such as {@code platform threads}
 * @param baseline the run whose speedup is 1 by definition
 * @param byWorkers a measurement for each number of workers, in rising order
 */
public record WorkerSeries(
    String label, Measurement baseline, SortedMap<Integer, Measurement> byWorkers) {
  /** Copies the map; refuses worker counts below 1. */
  public WorkerSeries {
    byWorkers = Collections.unmodifiableSortedMap(new TreeMap<>(byWorkers));
    if (!byWorkers.isEmpty() && byWorkers.firstKey() < 1) {
      throw new IllegalArgumentException(
          "A series needs 1 worker or more, not " + byWorkers.firstKey());
    }
  }
}
