package interlock.gil.timeline;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/** The stretches of one thread in columns: a beginning, a packed state and core, and a reason. */
final class Track {
  private static final int STATE_BITS = 4;
  private static final int CORE_BITS = 12;
  private static final int NO_CORE = (1 << CORE_BITS) - 1;

  private long[] from = new long[8];
  private char[] packed = new char[8];
  private int[] reason = new int[8];
  private int size;

  /** Begins a stretch; one that took no time is written over, and a like one goes on. */
  void begin(long now, int state, int core, int what) {
    if (size > 0 && from[size - 1] == now) {
      size--;
    }
    char both = (char) ((core & NO_CORE) << STATE_BITS | state);
    if (size > 0 && packed[size - 1] == both && reason[size - 1] == what) {
      return;
    }
    if (size == from.length) {
      from = Arrays.copyOf(from, 2 * size);
      packed = Arrays.copyOf(packed, 2 * size);
      reason = Arrays.copyOf(reason, 2 * size);
    }
    from[size] = now;
    packed[size] = both;
    reason[size++] = what;
  }

  int size() {
    return size;
  }

  /** Returns the stretches up to {@code end} as a list that makes each when it is asked for. */
  List<Stretch> upTo(long end, List<String> reasons) {
    int length = size;
    while (length > 0 && from[length - 1] >= end) {
      length--;
    }
    return new Stretches(
        Arrays.copyOf(from, length),
        Arrays.copyOf(packed, length),
        Arrays.copyOf(reason, length),
        end,
        reasons);
  }

  /** The columns, read as a list. */
  private static final class Stretches extends AbstractList<Stretch> implements RandomAccess {
    private final long[] from;
    private final char[] packed;
    private final int[] reason;
    private final long end;
    private final List<String> reasons;

    Stretches(long[] from, char[] packed, int[] reason, long end, List<String> reasons) {
      this.from = from;
      this.packed = packed;
      this.reason = reason;
      this.end = end;
      this.reasons = reasons;
    }

    @Override
    public Stretch get(int i) {
      int core = packed[i] >>> STATE_BITS;
      return new Stretch(
          State.of(packed[i] & ((1 << STATE_BITS) - 1)),
          from[i],
          i + 1 < from.length ? from[i + 1] : end,
          core == NO_CORE ? -1 : core,
          reasons.get(reason[i]));
    }

    @Override
    public int size() {
      return from.length;
    }
  }
}
