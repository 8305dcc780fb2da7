package interlock.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A series of samples in bounded room: when it is full, of every two neighbours the larger stays,
 * and from then on each point takes the place of twice as many samples.
 */
final class Thinned {
  static final int MOST_POINTS = 600;

  private final List<MemoryPoint> points = new ArrayList<>();
  private int samplesPerPoint = 1;
  private int waiting;
  private MemoryPoint highest = new MemoryPoint(Duration.ZERO, Long.MIN_VALUE);

  void add(Duration at, long bytes) {
    if (waiting == 0 || bytes > highest.bytes()) {
      highest = new MemoryPoint(at, bytes);
    }
    if (++waiting == samplesPerPoint) {
      points.add(highest);
      waiting = 0;
      if (points.size() == MOST_POINTS) {
        halve();
      }
    }
  }

  private void halve() {
    for (int i = 0; i < MOST_POINTS / 2; i++) {
      MemoryPoint first = points.get(2 * i);
      MemoryPoint second = points.get(2 * i + 1);
      points.set(i, second.bytes() > first.bytes() ? second : first);
    }
    points.subList(MOST_POINTS / 2, MOST_POINTS).clear();
    samplesPerPoint *= 2;
  }

  boolean isEmpty() {
    return points.isEmpty() && waiting == 0;
  }

  List<MemoryPoint> points() {
    List<MemoryPoint> all = new ArrayList<>(points);
    if (waiting > 0) {
      all.add(highest);
    }
    return all;
  }
}
