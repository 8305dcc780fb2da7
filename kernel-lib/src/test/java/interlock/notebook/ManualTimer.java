package interlock.notebook;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/** A timer and a clock that a test moves by hand. */
final class ManualTimer implements Timer {
  private final Queue<Due> due =
      new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::number));
  private long now;
  private long number;

  private record Due(long at, long number, Runnable action) {}

  @Override
  public void after(Duration delay, Runnable action) {
    due.add(new Due(now + delay.toNanos(), number++, action));
  }

  /** The time that this timer has reached, in nanoseconds. */
  long nanos() {
    return now;
  }

  /** How many actions wait. */
  int waiting() {
    return due.size();
  }

  /** Moves time, and runs what falls due on the way at its own time. */
  void advance(Duration by) {
    long until = now + by.toNanos();
    for (Due next = due.peek(); next != null && next.at <= until; next = due.peek()) {
      due.remove();
      now = Math.max(now, next.at);
      next.action.run();
    }
    now = Math.max(now, until);
  }

  /** Lets time pass within an action, as slow work does. */
  void spend(Duration time) {
    now += time.toNanos();
  }
}
