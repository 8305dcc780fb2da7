package interlock.gil.machine;

import interlock.gil.timeline.Distribution;
import java.util.Arrays;

/**
 * The lengths of a marked span. Past 262,144 only every second is kept, then every fourth, and so
 * on.
 */
public final class Spans {
  private static final int MOST = 1 << 18;

  private long[] nanos = new long[64];
  private int size;
  private long count;
  private int every = 1;

  /** Adds a length, in nanoseconds. */
  public void add(long length) {
    if (count++ % every != 0) {
      return;
    }
    if (size == MOST) {
      thin();
    }
    if (size == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * size);
    }
    nanos[size++] = length;
  }

  private void thin() {
    for (int i = 0; i < size / 2; i++) {
      nanos[i] = nanos[2 * i];
    }
    size /= 2;
    every *= 2;
  }

  Distribution distribution() {
    return Distribution.of(Arrays.copyOf(nanos, size), count);
  }
}
