package interlock.measure;

import java.time.Duration;
import java.util.List;

/**
 * One kind of memory over time. In a long run a point stands for several samples and is the highest
 * of them, so that no peak is lost.
 *
 * @param label what is counted, such as {@code heap used}
 * @param points in order of time; at least one
 */
public record MemorySeries(String label, List<MemoryPoint> points) {
  /** Copies the points; refuses a series without any. */
  public MemorySeries {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("The series '%s' has no point".formatted(label));
    }
  }

  /** Returns the first point that no other is above. */
  public MemoryPoint peak() {
    MemoryPoint peak = points.getFirst();
    for (MemoryPoint point : points) {
      peak = point.bytes() > peak.bytes() ? point : peak;
    }
    return peak;
  }

  /** Returns the last point. */
  public MemoryPoint last() {
    return points.getLast();
  }

  /** Returns the bytes at a moment: those of the point before it, or of the first. */
  public long bytesAt(Duration moment) {
    long bytes = points.getFirst().bytes();
    for (MemoryPoint point : points) {
      if (point.at().compareTo(moment) > 0) {
        break;
      }
      bytes = point.bytes();
    }
    return bytes;
  }
}
