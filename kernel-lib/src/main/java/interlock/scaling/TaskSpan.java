package interlock.scaling;

import java.time.Duration;

/**
 * When a task of a {@link Schedule} is done, and by whom.
 *
 * @param task the task
 * @param worker the index of the worker who does it or stands by, or {@link #NOBODY}
 * @param start since the job began
 * @param end since the job began
 */
public record TaskSpan(TaskNode task, int worker, Duration start, Duration end) {
  /** The worker of a task that goes on by itself. */
  public static final int NOBODY = -1;

  /** Returns true if a worker does it or stands by. */
  public boolean hasWorker() {
    return worker != NOBODY;
  }
}
