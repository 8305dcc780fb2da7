package interlock.view;

import interlock.gil.policy.GilPolicy.ProtocolLine;
import interlock.gil.timeline.HandOver;
import interlock.gil.timeline.LockTrack;
import interlock.gil.timeline.Moment;
import interlock.gil.timeline.Step;
import interlock.gil.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One interpreter lock at one moment: who holds it, who wants it and since when, whether the flag
 * is up that asks for it, and where in its protocol it is, with the words and the place of the
 * source.
 *
 * <pre>{@code
 * ProtocolView.of(timeline, policy.protocol(), 0, 5_000_000)    // at 5 ms
 * ProtocolView.stepper(timeline, policy.protocol(), timeline.handOvers().get(7))
 * }</pre>
 *
 * @param run the run
 * @param protocol the steps of the lock's protocol, in their order
 * @param lock which lock: a place in {@link Timeline#locks()}
 * @param moment the lock at the moment
 */
public record ProtocolView(Timeline run, List<ProtocolLine> protocol, int lock, Moment moment)
    implements Picture {
  /** A stepper through more steps would be a page of megabytes. */
  public static final int MOST_STEPS = 80;

  /** Steps before a hand-over that still belong to it. */
  private static final int BEFORE = 16;

  public ProtocolView {
    protocol = List.copyOf(protocol);
  }

  /**
   * Returns a lock at a moment; the steps of that very moment are done.
   *
   * @throws IndexOutOfBoundsException if there is no such lock
   */
  public static ProtocolView of(Timeline run, List<ProtocolLine> protocol, int lock, long nanos) {
    return new ProtocolView(run, protocol, lock, run.at(lock, nanos));
  }

  /**
   * Returns a stepper through one hand-over: from the last time that the lock was taken before it,
   * or some steps before it, until it is taken.
   */
  public static Stepper stepper(Timeline run, List<ProtocolLine> protocol, HandOver handOver) {
    LockTrack track = run.locks().get(handOver.lock());
    int taken = track.stepsUpTo(handOver.takenNanos());
    int from = Math.max(0, track.stepsUpTo(handOver.droppedNanos()) - 1);
    int least = Math.max(0, from - BEFORE);
    while (from > least && track.steps().get(from).kind() != Step.Kind.TAKES) {
      from--;
    }
    return stepper(run, protocol, handOver.lock(), from + 1, taken);
  }

  /**
   * Returns a stepper through all steps of a lock within a window of time.
   *
   * @throws IllegalArgumentException if there are none, or more than 80
   */
  public static Stepper stepper(
      Timeline run, List<ProtocolLine> protocol, int lock, TimeWindow window) {
    LockTrack track = run.locks().get(lock);
    int from = track.stepsUpTo(window.fromNanos() - 1);
    return stepper(run, protocol, lock, from + 1, track.stepsUpTo(window.toNanos()));
  }

  /** Steps from after the first {@code from} steps to after the first {@code to}. */
  private static Stepper stepper(
      Timeline run, List<ProtocolLine> protocol, int lock, int from, int to) {
    if (to < from || to - from >= MOST_STEPS) {
      throw new IllegalArgumentException(
          "A stepper goes through 1 to %d steps, not %,d: choose another window of time"
              .formatted(MOST_STEPS, Math.max(0, to - from + 1)));
    }
    List<ProtocolView> states =
        IntStream.rangeClosed(from, to)
            .mapToObj(steps -> new ProtocolView(run, protocol, lock, run.afterSteps(lock, steps)))
            .toList();
    List<String> captions = states.stream().map(ProtocolView::caption).toList();
    return Stepper.of(
        run.title() + ": the lock's protocol, step by step", new ArrayList<>(states), captions);
  }

  /** Returns what was done last, and when. */
  String caption() {
    Step last = moment.last();
    return last == null
        ? "nobody has asked for the lock yet"
        : name(last.thread()) + " " + last.kind().words() + ", at " + ClockText.of(last.atNanos());
  }

  String name(int thread) {
    return run.threads().get(thread).name();
  }

  /** Returns whether the protocol has a flag that asks the holder. */
  boolean hasRequests() {
    return protocol.stream().anyMatch(line -> line.kind() == Step.Kind.REQUESTS);
  }

  @Override
  public String html() {
    return new ProtocolDrawing(this).svg();
  }

  @Override
  public String text() {
    return ProtocolWords.of(this);
  }
}
