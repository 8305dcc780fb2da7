package interlock.notebook.widget;

import interlock.notebook.Demo;
import interlock.notebook.stop.CellStop;
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
    boolean done = false;
    try {
      while (!done && !demo.isStopped()) {
        rest();
        seen = wanted.get();
        once(demo);
        done = wanted.compareAndSet(seen, 0);
      }
    } finally {
      // What was asked for since the last run is done by a thread that is not stopped.
      if (!done && wanted.getAndSet(0) > seen) {
        request();
      }
    }
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

  /** Lets the page show the last run; a stop that still ends other code must not reach this one. */
  private void rest() throws InterruptedException {
    CellStop.beforeCell();
    long left = next - System.nanoTime();
    if (left > 0) {
      Thread.sleep(Duration.ofNanos(left));
    }
  }
}
