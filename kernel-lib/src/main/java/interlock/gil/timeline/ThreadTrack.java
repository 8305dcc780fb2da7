package interlock.gil.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thread of a timeline.
 *
 * @param name its name
 * @param process the process that it belongs to
 * @param lock which interpreter lock it takes: a place in {@link Timeline#locks()}
 * @param stretches what it did, without gaps, from its start to its end
 */
public record ThreadTrack(String name, String process, int lock, List<Stretch> stretches) {
  /** Returns what it was doing at a moment, or null before its start and after its end. */
  public @Nullable Stretch at(long nanos) {
    int place = firstEndingAfter(nanos);
    if (place == stretches.size() || stretches.get(place).fromNanos() > nanos) {
      return null;
    }
    return stretches.get(place);
  }

  /** Returns the stretches that touch a window of time, cut to nothing. */
  public List<Stretch> within(long fromNanos, long toNanos) {
    int first = firstEndingAfter(fromNanos);
    int last = first;
    while (last < stretches.size() && stretches.get(last).fromNanos() < toNanos) {
      last++;
    }
    return stretches.subList(first, last);
  }

  private int firstEndingAfter(long nanos) {
    int low = 0;
    int high = stretches.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (stretches.get(middle).toNanos() > nanos) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
