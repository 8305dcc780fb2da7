package interlock.gil.timeline;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/** The stretches of one thread in columns: a beginning, and a packed state, core and reason. */
final class Track {
  private static final int STATE_BITS = 4;
  private static final int CORE_BITS = 12;
  private static final int NO_CORE = (1 << CORE_BITS) - 1;

  private long[] from = new long[16];
  private int[] packed = new int[16];
  private int size;

  /** Begins a stretch; one that took no time is written over. */
  void begin(long now, int state, int core, int what) {
    if (size > 0 && from[size - 1] == now) {
      size--;
    }
    if (size == from.length) {
      from = Arrays.copyOf(from, 2 * size);
      packed = Arrays.copyOf(packed, 2 * size);
    }
    from[size] = now;
    packed[size++] = (what << (CORE_BITS + STATE_BITS)) | ((core & NO_CORE) << STATE_BITS) | state;
  }

  int size() {
    return size;
  }

  /** Returns the stretches up to {@code end} as a list that makes each when it is asked for. */
  List<Stretch> upTo(long end, List<String> reasons) {
    return new Stretches(
        Arrays.copyOf(from, size), Arrays.copyOf(packed, size), end, List.copyOf(reasons));
  }

  /** The columns, read as a list. */
  private static final class Stretches extends AbstractList<Stretch> implements RandomAccess {
    private final long[] from;
    private final int[] packed;
    private final long end;
    private final List<String> reasons;

    Stretches(long[] from, int[] packed, long end, List<String> reasons) {
      this.from = from;
      this.packed = packed;
      this.end = end;
      this.reasons = reasons;
    }

    @Override
    public Stretch get(int i) {
      int code = packed[i];
      int core = (code >>> STATE_BITS) & NO_CORE;
      return new Stretch(
          State.of(code & ((1 << STATE_BITS) - 1)),
          from[i],
          i + 1 < from.length ? from[i + 1] : end,
          core == NO_CORE ? -1 : core,
          reasons.get(code >>> (CORE_BITS + STATE_BITS)));
    }

    @Override
    public int size() {
      return from.length;
    }
  }
}
