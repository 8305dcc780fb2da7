package interlock.notebook.stop;

import java.lang.ref.SoftReference;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stops the code of cells with an {@link OutOfMemoryError} before it fills the heap.
 *
 * <p>The JVM's own error comes after many seconds of collections, and in any thread that happens to
 * ask for memory: in one of the kernel's it ends the kernel. {@link HeapLimit} decides. News of a
 * collection comes some 10 ms late, and a loop fills 100 MB meanwhile: where that could be too
 * much, this looks every millisecond. One array that does not fit still gets the JVM's error, at
 * once.
 */
public final class MemoryWatch {
  /** Loading the management classes would delay the first cell. */
  private static final long DELAY_MILLIS = 1500;

  private static final long SHORTEST_PAUSE_MILLIS = 1;
  private static final long LONGEST_PAUSE_MILLIS = 50;
  private static final long HEAP_BYTES = Runtime.getRuntime().maxMemory();
  private static final int RESERVE_BYTES = Math.clamp(HEAP_BYTES / 32, 10 << 20, 32 << 20);
  private static final HeapLimit LIMIT = new HeapLimit(HEAP_BYTES);

  /** Has permits after a collection, and when a cell begins. */
  private static final Semaphore NEWS = new Semaphore(0);

  private final Collections collections = new Collections(NEWS::release);

  /**
   * Memory for the kernel's threads while a cell fills the heap: the JVM lets go what is softly
   * held before it throws an {@link OutOfMemoryError} in any of them.
   */
  private SoftReference<byte[]> reserve = new SoftReference<>(new byte[RESERVE_BYTES]);

  /** Memory for them after a cell was quicker than this watch, and variables hold all it filled. */
  private static volatile byte @Nullable [] lastReserve;

  private long pauseMillis = SHORTEST_PAUSE_MILLIS;
  private long usedBefore;

  private MemoryWatch() {}

  /** Watches from a moment after the kernel's start until its end, in a thread of its own. */
  public static void start() {
    Thread.ofPlatform().daemon().name("interlock-memory").start(MemoryWatch::run);
  }

  /** Called when a new cell begins. */
  public static void beforeCell() {
    LIMIT.cellBegins(usedBytes());
    NEWS.release();
  }

  /** Called with what has ended code of a cell, or a thread. Needs no memory itself. */
  public static void ended(@Nullable Throwable thrown) {
    if (thrown instanceof OutOfMemoryError) {
      lastReserve = null;
      NEWS.release();
    }
  }

  private static void run() {
    try {
      lastReserve = new byte[RESERVE_BYTES];
      Thread.sleep(DELAY_MILLIS);
      MemoryWatch watch = new MemoryWatch();
      while (true) {
        watch.awaitNewsAndLook();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitNewsAndLook() throws InterruptedException {
    try {
      awaitNews();
      look();
    } catch (OutOfMemoryError e) {
      // Even to wait takes memory. The next look tells more.
    }
  }

  private void awaitNews() throws InterruptedException {
    if (LIMIT.near()) {
      long now = usedBytes();
      boolean still = now == usedBefore;
      pauseMillis = still ? Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS) : SHORTEST_PAUSE_MILLIS;
      usedBefore = now;
      if (NEWS.tryAcquire(pauseMillis, TimeUnit.MILLISECONDS)) {
        pauseMillis = SHORTEST_PAUSE_MILLIS;
      }
    } else {
      NEWS.acquire();
    }
    NEWS.drainPermits();
  }

  private void look() throws InterruptedException {
    long left = collections.usedAfterLast();
    long now = usedBytes();
    if (LIMIT.doubtful(left, now)) {
      collectAll();
    }
    if (now < HEAP_BYTES / 2) {
      renewReserves();
    }
    // Checks that look slow down what a cell measures, so they do only where there is no choice.
    CellStop.alert(LIMIT.tight());
  }

  private void renewReserves() {
    if (reserve.get() == null) {
      reserve = new SoftReference<>(new byte[RESERVE_BYTES]);
    }
    if (lastReserve == null) {
      lastReserve = new byte[RESERVE_BYTES];
    }
  }

  /** Cells are held meanwhile: a loop would fill what is left before the answer is there. */
  private void collectAll() throws InterruptedException {
    CellStop.whileHeld(() -> {
      long begin = System.nanoTime();
      System.gc();
      if (LIMIT.passed(usedBytes(), (System.nanoTime() - begin) / 1_000_000)) {
        CellStop.outOfMemory(LIMIT.message());
      }
    });
    if (CellStop.awaitEnd()) {
      // What the cell's own variables held is garbage now, and cheap to collect.
      System.gc();
      LIMIT.cellBegins(usedBytes());
    }
  }

  private static long usedBytes() {
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
