package interlock.gil.timeline;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/** The steps of one lock in columns, in order of time. */
final class StepLog {
  private long[] at = new long[64];
  private int[] thread = new int[64];
  private Step.Kind[] kind = new Step.Kind[64];
  private int[] other = new int[64];
  private int size;

  void add(long now, int who, Step.Kind what, int whom) {
    if (size == at.length) {
      at = Arrays.copyOf(at, 2 * size);
      thread = Arrays.copyOf(thread, 2 * size);
      kind = Arrays.copyOf(kind, 2 * size);
      other = Arrays.copyOf(other, 2 * size);
    }
    at[size] = now;
    thread[size] = who;
    kind[size] = what;
    other[size++] = whom;
  }

  int size() {
    return size;
  }

  List<Step> asList() {
    return new Steps(
        Arrays.copyOf(at, size),
        Arrays.copyOf(thread, size),
        Arrays.copyOf(kind, size),
        Arrays.copyOf(other, size));
  }

  /** The columns, read as a list. */
  private static final class Steps extends AbstractList<Step> implements RandomAccess {
    private final long[] at;
    private final int[] thread;
    private final Step.Kind[] kind;
    private final int[] other;

    Steps(long[] at, int[] thread, Step.Kind[] kind, int[] other) {
      this.at = at;
      this.thread = thread;
      this.kind = kind;
      this.other = other;
    }

    @Override
    public Step get(int i) {
      return new Step(at[i], thread[i], kind[i], other[i]);
    }

    @Override
    public int size() {
      return at.length;
    }
  }
}
