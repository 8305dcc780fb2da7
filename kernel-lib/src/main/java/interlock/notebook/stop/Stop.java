package interlock.notebook.stop;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One stop: from the learner's press on the button until no stopped code runs any more.
 *
 * <p>A thread gets the error at its first check. Then it has {@link #GRACE} for its {@code finally}
 * blocks, and gets it at every check after that, so that a catch-all in a loop does not last.
 */
final class Stop {
  private static final long GRACE = TimeUnit.MILLISECONDS.toNanos(200);
  static final Duration LONGEST = Duration.ofSeconds(5);
  private static final long LOOK_MILLIS = 20;

  /**
   * Looks without a thread in a cell's code: between two, a pool hands its thread the next task.
   */
  private static final int QUIET_LOOKS = 2;

  private final Supplier<Error> error;
  private final boolean wakes;
  private final Map<Thread, Long> thrown = new ConcurrentHashMap<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile @Nullable Set<Thread> leftovers;

  Stop(Supplier<Error> error, boolean wakes) {
    this.error = error;
    this.wakes = wakes;
  }

  void check(Thread thread) {
    Set<Thread> only = leftovers;
    if (only != null && !only.contains(thread)) {
      return;
    }
    long now = System.nanoTime();
    Long first = thrown.putIfAbsent(thread, now);
    if (first == null || now - first > GRACE) {
      throw error.get();
    }
  }

  /** From now on this stop ends only the threads that are in a cell's code at this moment. */
  void onlyLeftovers() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    threads.addAll(CellStop.running());
    leftovers = threads;
  }

  void spare(Thread thread) {
    Set<Thread> only = leftovers;
    if (only != null) {
      only.remove(thread);
    }
  }

  boolean awaitEnd(Duration patience) throws InterruptedException {
    return over.await(patience.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Another stop takes this one's place. */
  void replaced() {
    over.countDown();
  }

  /** Calls {@code end} when the stopped code has ended, or could not be ended. */
  void watch(Runnable end) {
    Thread.ofPlatform()
        .daemon()
        .name("interlock-stop")
        .start(() -> {
          try {
            lookUntilQuiet();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } finally {
            end.run();
            over.countDown();
          }
        });
  }

  private void lookUntilQuiet() throws InterruptedException {
    long begin = System.nanoTime();
    int quiet = 0;
    while (quiet < QUIET_LOOKS && System.nanoTime() - begin < LONGEST.toNanos()) {
      quiet = isQuiet() ? quiet + 1 : 0;
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private boolean isQuiet() {
    try {
      Set<Thread> running = CellStop.running();
      Set<Thread> only = leftovers;
      if (only != null) {
        only.retainAll(running);
        running = only;
      }
      if (wakes) {
        running.forEach(Thread::interrupt);
      }
      return running.isEmpty();
    } catch (OutOfMemoryError e) {
      return false;
    }
  }
}
