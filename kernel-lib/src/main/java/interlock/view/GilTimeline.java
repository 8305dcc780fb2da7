package interlock.view;

import interlock.gil.timeline.HandOver;
import interlock.gil.timeline.Timeline;
import java.time.Duration;
import java.util.List;

/**
 * A simulated run on the screen: a lane for the interpreter lock with who holds it, and one for
 * each thread, or each core, over a window of virtual time that may be a second or a microsecond.
 *
 * <pre>{@code
 * GilTimeline.of(timeline)                                  // all of it
 * GilTimeline.of(timeline).around(timeline.handOvers().get(7))   // one hand-over, with its steps
 * GilTimeline.of(timeline).byCore()
 * GilTimeline.compare(one, other)                           // two runs on one clock
 * }</pre>
 *
 * <p>What is wide enough is a bar with the sign of its state. What is not is gathered into columns
 * whose heights are the shares of the states; what is there at all is seen. Few hand-overs are
 * arrows from lane to lane; of many, a lane counts how many fall into each column. Where a window
 * holds few steps of the lock's protocol, each is a flag with its name.
 *
 * <p>It never changes: each call returns another.
 *
 * @param runs one run, or two to compare, one below the other
 * @param window the time that is shown
 * @param cores whether the lanes are cores instead of threads
 * @param nowNanos the moment that is marked; −1 for none
 */
public record GilTimeline(List<Timeline> runs, TimeWindow window, boolean cores, long nowNanos)
    implements Picture {
  /** So many times as long as a hand-over is the window around it. */
  private static final int ROOM = 3;

  /**
   * Copies the runs.
   *
   * @throws IllegalArgumentException if there is none, or more than two
   */
  public GilTimeline {
    runs = List.copyOf(runs);
    if (runs.isEmpty() || runs.size() > 2) {
      throw new IllegalArgumentException(
          "A picture shows one run, or two on one clock, not " + runs.size());
    }
  }

  /** Returns all of a run. */
  public static GilTimeline of(Timeline run) {
    return new GilTimeline(List.of(run), whole(run.recordedNanos()), false, -1);
  }

  /** Returns two runs on one clock, up to the end of the longer one. */
  public static GilTimeline compare(Timeline one, Timeline other) {
    long end = Math.max(one.recordedNanos(), other.recordedNanos());
    return new GilTimeline(List.of(one, other), whole(end), false, -1);
  }

  private static TimeWindow whole(long end) {
    return new TimeWindow(0, Math.max(TimeWindow.SHORTEST, end));
  }

  /**
   * Shows another window of time.
   *
   * @throws IllegalArgumentException if it begins before 0 or is shorter than 100 ns
   */
  public GilTimeline within(Duration from, Duration to) {
    return within(new TimeWindow(from.toNanos(), to.toNanos()));
  }

  /** Shows another window of time. */
  public GilTimeline within(TimeWindow other) {
    return new GilTimeline(runs, other, cores, nowNanos);
  }

  /**
   * Shows one hand-over, from shortly before the lock was given up until well after it was taken,
   * and marks when it was taken.
   */
  public GilTimeline around(HandOver handOver) {
    long gap = Math.max(TimeWindow.SHORTEST, handOver.gapNanos());
    long from = Math.max(0, handOver.droppedNanos() - gap / 2);
    return within(new TimeWindow(from, from + ROOM * gap)).at(handOver.takenNanos());
  }

  /** Shows a lane for each core instead of one for each thread. */
  public GilTimeline byCore() {
    return new GilTimeline(runs, window, true, nowNanos);
  }

  /**
   * Marks a moment, in nanoseconds of virtual time.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public GilTimeline at(long nanos) {
    if (nanos < 0) {
      throw new IllegalArgumentException("A run begins at 0 ns, so no moment is " + nanos + " ns");
    }
    return new GilTimeline(runs, window, cores, nanos);
  }

  /** Returns what stands above the picture. */
  String title() {
    return runs.size() == 1 ? runs.getFirst().title() : "Two runs on one clock";
  }

  @Override
  public String html() {
    return new TimelineDrawing(this).svg();
  }

  @Override
  public String text() {
    return TimelineWords.of(this);
  }
}
