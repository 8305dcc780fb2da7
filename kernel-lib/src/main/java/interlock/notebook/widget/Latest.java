package interlock.notebook.widget;

import interlock.notebook.Demo;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A work that is done again when it is asked for: once for all requests that came while it ran, and
 * always once after the last.
 *
 * <p>It never runs twice at a time. The next run begins no sooner than a frame after the one before
 * was begun, and no sooner than half of what that one took after it was done, so that the page has
 * time to show it. Safe for use by any thread.
 */
final class Latest {
  private static final long FRAME = Duration.ofSeconds(1).toNanos() / 60;

  private final Place place;
  private final String name;
  private final Demo.Body work;
  private final AtomicInteger wanted = new AtomicInteger();
  private volatile long next = System.nanoTime();

  Latest(Place place, String name, Demo.Body work) {
    this.place = place;
    this.name = name;
    this.work = work;
  }

  /** Asks for the work, and returns at once. */
  void request() {
    if (wanted.getAndIncrement() == 0) {
      try {
        place.work(name, this::run);
      } catch (Throwable noThread) {
        wanted.set(0);
        throw noThread;
      }
    }
  }

  private void run(Demo demo) throws Exception {
    int seen = 0;
    do {
      try {
        seen = wanted.get();
        rest();
        once(demo);
      } catch (Throwable stopped) {
        // What was asked for after the stop is done by a thread that is not stopped.
        if (wanted.getAndSet(0) > seen) {
          request();
        }
        throw stopped;
      }
    } while (!wanted.compareAndSet(seen, 0));
  }

  private void once(Demo demo) throws Exception {
    long begun = System.nanoTime();
    try {
      work.run(demo);
    } finally {
      long done = System.nanoTime();
      next = Math.max(begun + FRAME, done + (done - begun) / 2);
    }
  }

  private void rest() throws InterruptedException {
    long left = next - System.nanoTime();
    if (left > 0) {
      Thread.sleep(Duration.ofNanos(left));
    }
  }
}
