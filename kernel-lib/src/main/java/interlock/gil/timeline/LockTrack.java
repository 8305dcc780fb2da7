package interlock.gil.timeline;

import java.util.List;

/**
 * One interpreter lock of a timeline.
 *
 * @param name whose lock it is: a process, or an interpreter in it
 * @param steps every step of its protocol, in order of time
 */
public record LockTrack(String name, List<Step> steps) {
  /** Returns the place of the first step after a moment: the number of steps up to it. */
  public int stepsUpTo(long nanos) {
    int low = 0;
    int high = steps.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (steps.get(middle).atNanos() > nanos) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
