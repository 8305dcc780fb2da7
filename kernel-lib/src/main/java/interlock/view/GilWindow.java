package interlock.view;

import interlock.gil.timeline.HandOver;
import interlock.gil.timeline.LockTrack;
import interlock.gil.timeline.Step;
import interlock.gil.timeline.Stretch;
import interlock.gil.timeline.Timeline;
import java.util.List;
import java.util.function.ToLongFunction;

/** What of a timeline falls into a window, found by halving. */
final class GilWindow {
  private GilWindow() {}

  /** Returns the place of the first stretch that ends after a moment. */
  static int firstEndingAfter(List<Stretch> stretches, long nanos) {
    return firstAbove(stretches, Stretch::toNanos, nanos);
  }

  /** Returns the hand-overs of which the lock was taken within the window. */
  static List<HandOver> handOvers(Timeline run, TimeWindow window) {
    List<HandOver> all = run.handOvers();
    int from = firstAbove(all, HandOver::takenNanos, window.fromNanos() - 1);
    int to = firstAbove(all, HandOver::takenNanos, window.toNanos());
    return all.subList(from, Math.max(from, to));
  }

  /**
   * Returns from when on a lock went over: from when the old holder gave it up, or later, if the
   * new one asked for it later and it lay free until then.
   */
  static long underWayFrom(Timeline run, HandOver handOver) {
    LockTrack lock = run.locks().get(handOver.lock());
    long from = handOver.droppedNanos();
    List<Step> since =
        lock.steps().subList(lock.stepsUpTo(from), lock.stepsUpTo(handOver.takenNanos()));
    return since.stream()
        .filter(step -> step.thread() == handOver.to() && step.kind() == Step.Kind.ASKS)
        .mapToLong(Step::atNanos)
        .reduce(from, (earlier, later) -> later);
  }

  /** Returns the steps of a lock within the window. */
  static List<Step> steps(LockTrack lock, TimeWindow window) {
    return lock.steps()
        .subList(lock.stepsUpTo(window.fromNanos() - 1), lock.stepsUpTo(window.toNanos()));
  }

  /** Returns how many steps all locks have within the window. */
  static int stepCount(Timeline run, TimeWindow window) {
    return run.locks().stream().mapToInt(lock -> steps(lock, window).size()).sum();
  }

  private static <T> int firstAbove(List<T> sorted, ToLongFunction<T> place, long nanos) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (place.applyAsLong(sorted.get(middle)) > nanos) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
