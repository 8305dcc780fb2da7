package interlock.notebook;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs an action later, on a thread of its own. A test has a timer that it moves by hand. */
@FunctionalInterface
interface Timer {
  void after(Duration delay, Runnable action);

  /** A timer with one daemon thread. An action that fails says so on standard error. */
  static Timer daemon(String name) {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(
            1, body -> Thread.ofPlatform().name(name).daemon().unstarted(body));
    return (delay, action) -> {
      ScheduledFuture<?> _ =
          executor.schedule(() -> runLoudly(action), delay.toNanos(), TimeUnit.NANOSECONDS);
    };
  }

  private static void runLoudly(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | Error e) {
      e.printStackTrace();
      throw e;
    }
  }
}
