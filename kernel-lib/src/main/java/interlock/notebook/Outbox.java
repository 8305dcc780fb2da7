package interlock.notebook;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends what any thread publishes, from one thread that nobody interrupts: JeroMQ leaves out frames
 * of what an interrupted thread sends, and the front end then never sees that message.
 */
public final class Outbox {
  /** Sendings that a full heap ended: what fills it is being stopped meanwhile. */
  private static final int TRIES = 50;

  private static final long PAUSE_MILLIS = 20;

  private static final String NAME = "interlock-outbox";
  private static final ExecutorService SENDER =
      Executors.newSingleThreadExecutor(
          body -> Thread.ofPlatform().name(NAME).daemon().unstarted(body));

  private Outbox() {}

  /**
   * Runs a sending, and returns when it is done: who publishes is no faster than the page. One may
   * hold another.
   */
  public static void send(Runnable sending) {
    if (Thread.currentThread().getName().equals(NAME)) {
      attempt(sending);
    } else {
      attempt(() -> awaitUninterrupted(SENDER.submit(() -> attempt(sending))));
    }
  }

  private static void attempt(Runnable sending) {
    for (int left = TRIES; left > 0; left--) {
      try {
        sending.run();
        return;
      } catch (OutOfMemoryError e) {
        LockSupport.parkNanos(PAUSE_MILLIS * 1_000_000);
      }
    }
  }

  private static void awaitUninterrupted(Future<?> sent) {
    boolean interrupted = false;
    while (!sent.isDone()) {
      try {
        sent.get();
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (ExecutionException e) {
        break;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
