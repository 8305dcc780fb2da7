package interlock.parallel;

import java.lang.ref.SoftReference;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Copying memory: no arithmetic at all, so the memory's bandwidth sets the pace and more workers
 * help only until it is used up.
 *
 * <p>Each worker copies one block of {@value #BLOCK_BYTES} bytes onto another, which is more than a
 * core's own caches hold. A copy reads a block and writes a block; those are the bytes counted (the
 * "copy" of J. D. McCalpin, "Memory bandwidth and machine balance in current high performance
 * computers", 1995). The Python twin assigns a slice of a {@code bytearray}: the same copy in C,
 * with the global interpreter lock held.
 */
public final class MemoryBound {
  /** The size of each of the two blocks that a worker has. */
  public static final int BLOCK_BYTES = 16 << 20;

  private static final int DEFAULT_PIECES = 32;

  private static final String PYTHON =
      """
      BLOCK = %d
      idle = []

      def blocks():
          try:
              return idle.pop()
          except IndexError:
              pattern = bytes(i * 31 %% 251 for i in range(4096))
              return bytearray(pattern * (BLOCK // 4096)), bytearray(BLOCK)

      def piece(index, start, stop):
          source, target = mine = blocks()
          check = 0
          for i in range(start, stop):
              source[0] = i %% 127
              target[:] = source
              check += target[0] + target[i * 7919 %% BLOCK]
          idle.append(mine)
          return check
      """
          .formatted(BLOCK_BYTES);

  private MemoryBound() {}

  /**
   * Returns the task of making so many copies, in 32 pieces. Its answer is a checksum of what was
   * copied; it counts copies, each of {@link #bytesMoved(long)} bytes.
   */
  public static Task<Long, Long> task(long copies) {
    return Task.<Long, Long>of(
            "copying memory",
            copies,
            DEFAULT_PIECES,
            MemoryBound::copy,
            partials -> partials.stream().mapToLong(Long::longValue).sum())
        .withUnit("copies")
        .withPython(PythonTwin.ofLong(PYTHON));
  }

  /** Returns how many bytes that many copies read and write. */
  public static long bytesMoved(long copies) {
    return Math.multiplyExact(copies, 2L * BLOCK_BYTES);
  }

  /** Returns the gigabytes (10⁹ bytes) a second that a measured row of a study moved. */
  public static double gigabytesPerSecond(StudyRow row) {
    return row.perSecond() * bytesMoved(1) / 1e9;
  }

  private static long copy(Piece piece) throws InterruptedException {
    Blocks blocks = Blocks.borrow();
    try {
      long check = 0;
      for (long i = piece.from(); i < piece.to(); i++) {
        piece.checkInterrupt();
        check += blocks.copy(i);
      }
      return check;
    } finally {
      blocks.giveBack();
    }
  }

  /** The two blocks of one worker, kept for the next piece unless memory gets short. */
  private static final class Blocks {
    private static final Queue<SoftReference<Blocks>> IDLE = new ConcurrentLinkedQueue<>();

    private final byte[] source = new byte[BLOCK_BYTES];
    private final byte[] target = new byte[BLOCK_BYTES];

    private Blocks() {
      for (int i = 0; i < source.length; i++) {
        source[i] = (byte) (i % 4096 * 31 % 251);
      }
    }

    static Blocks borrow() {
      for (var idle = IDLE.poll(); idle != null; idle = IDLE.poll()) {
        @Nullable Blocks kept = idle.get();
        if (kept != null) {
          return kept;
        }
      }
      return new Blocks();
    }

    void giveBack() {
      IDLE.add(new SoftReference<>(this));
    }

    long copy(long i) {
      source[0] = (byte) (i % 127);
      System.arraycopy(source, 0, target, 0, BLOCK_BYTES);
      return (long) target[0] + (target[(int) (i * 7919 % BLOCK_BYTES)] & 0xFF);
    }
  }
}
