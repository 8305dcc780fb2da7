package interlock.parallel;

import interlock.measure.Durations;
import java.time.Duration;
import java.util.List;

/**
 * One run of a task on an engine: the answer and what it took. The two durations do not overlap;
 * their sum is what the caller waited.
 *
 * @param engine the engine's name
 * @param task the task's name
 * @param workers how many workers there were
 * @param value the answer
 * @param startUp getting ready: starting workers that did not stand ready yet, sending them code
 * @param elapsed the work itself, from the first piece handed out to the answer; the CPython
 *     engines measure it inside Python
 * @param spans which worker computed which piece when, one a piece in the order of the pieces
 */
public record Run<R>(
    String engine,
    String task,
    int workers,
    R value,
    Duration startUp,
    Duration elapsed,
    List<PieceSpan> spans) {
  /** Copies the spans. */
  public Run {
    spans = List.copyOf(spans);
  }

  @Override
  public String toString() {
    return "%s on %s, %d %s: %s in %s (start-up %s)"
        .formatted(
            task,
            engine,
            workers,
            workers == 1 ? "worker" : "workers",
            value,
            Durations.format(elapsed),
            Durations.format(startUp));
  }
}
