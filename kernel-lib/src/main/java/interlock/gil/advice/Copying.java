package interlock.gil.advice;

import java.util.Locale;

/**
 * What a worker that shares no memory has to be sent for a piece of work: so many Python objects,
 * turned into bytes, written, read, and turned into a copy. The answer is one number.
 *
 * @param kind what the objects are
 * @param objects how many a piece needs, 0 to 10 million
 * @param pickleNanos what turning one into bytes takes
 * @param unpickleNanos what making a copy of one takes
 */
public record Copying(Kind kind, int objects, double pickleNanos, double unpickleNanos) {
  /** The most objects that a piece needs. */
  public static final int MOST = 10_000_000;

  /** What either end of a pipe spends on a byte, in nanoseconds; measured as {@link Kind}. */
  private static final double PIPE_NANOS_A_BYTE = 0.1;

  /**
   * What is copied, with the shipped costs of one object: CPython 3.11.7 on 2 cores of an AMD EPYC
   * (Zen 4) under KVM, Linux 6.18, 2026-11-21, the shortest of 60 runs on a loaded machine.
   */
  public enum Kind {
    /** A list of floating-point numbers. */
    NUMBERS("numbers of a list", 9.9, 17.2, 9),
    /** A tree of lists: left, key, right. */
    NODES("nodes of a tree", 57, 144, 7);

    private final String words;
    private final double pickle;
    private final double unpickle;
    private final int bytes;

    Kind(String words, double pickle, double unpickle, int bytes) {
      this.words = words;
      this.pickle = pickle;
      this.unpickle = unpickle;
      this.bytes = bytes;
    }

    /** Returns what the objects are, in a few words. */
    public String words() {
      return words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  public Copying {
    if (objects < 0 || objects > MOST) {
      throw new IllegalArgumentException(
          "A piece needs 0 to %,d objects, not %,d".formatted(MOST, objects));
    }
    checkCost(pickleNanos);
    checkCost(unpickleNanos);
  }

  private static void checkCost(double nanos) {
    if (!(nanos >= 0 && nanos <= 1e9)) {
      throw new IllegalArgumentException("An object costs 0 to 1e9 ns to copy, not " + nanos);
    }
  }

  /** Returns objects of a kind at their shipped costs. */
  public static Copying of(Kind kind, int objects) {
    return new Copying(kind, objects, kind.pickle, kind.unpickle);
  }

  /** Returns nothing to copy. */
  public static Copying nothing() {
    return of(Kind.NUMBERS, 0);
  }

  /** Returns the same objects at other costs of one, such as measured ones. */
  public Copying costing(double pickleNanosEach, double unpickleNanosEach) {
    return new Copying(kind, objects, pickleNanosEach, unpickleNanosEach);
  }

  /** Returns how long the sender computes on all of it, in nanoseconds. */
  public long senderNanos() {
    return Math.round(objects * pickleNanos);
  }

  /** Returns how long the receiver computes on all of it, in nanoseconds. */
  public long receiverNanos() {
    return Math.round(objects * unpickleNanos);
  }

  /** Returns how long either end spends on writing or reading the bytes, without the lock. */
  long pipeNanos() {
    return Math.round((double) objects * kind.bytes * PIPE_NANOS_A_BYTE);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%,d %s", objects, kind);
  }
}
