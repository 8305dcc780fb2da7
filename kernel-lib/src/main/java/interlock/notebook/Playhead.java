package interlock.notebook;

import interlock.gil.timeline.HandOver;
import interlock.gil.timeline.LockTrack;
import interlock.gil.timeline.Timeline;
import interlock.view.TimeWindow;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Where a player stands on the clock of its runs, and which window it shows: the outcome of what
 * the controls say. Whoever draws asks {@link #follow}; jumps may come from any thread.
 */
final class Playhead {
  /** The shortest window of the zoom, in nanoseconds. */
  static final long SHORTEST = 1_000;

  static final int MOST_ZOOM = 100;

  /** Where the playhead comes to stand when the window has to move after it. */
  private static final double REST = 0.2;

  private final List<Timeline> runs;
  private final long end;
  private final Queue<Jump> jumps = new ConcurrentLinkedQueue<>();
  private Controls seen;
  private long anchor;
  private int anchorFrame;
  private long now;
  private TimeWindow window;

  /** A move to an event. */
  enum Jump {
    NEXT_HAND_OVER,
    PREVIOUS_HAND_OVER,
    NEXT_STEP,
    PREVIOUS_STEP
  }

  /**
   * What the controls say.
   *
   * @param zoom from 0, the whole run, to 100, the shortest window, by equal ratios
   * @param percent a place of the run
   * @param nanosPerFrame how much virtual time passes from frame to frame
   * @param frame how many frames were played
   */
  record Controls(int zoom, double percent, long nanosPerFrame, int frame) {}

  Playhead(List<Timeline> runs, Controls first) {
    this.runs = List.copyOf(runs);
    long longest = 0;
    for (Timeline run : runs) {
      longest = Math.max(longest, run.recordedNanos());
    }
    this.end = Math.max(SHORTEST, longest);
    this.seen = first;
    this.anchorFrame = first.frame();
    this.window = new TimeWindow(0, length(first.zoom()));
  }

  /** Asks for a move when the next picture is made. */
  void jump(Jump jump) {
    jumps.add(jump);
  }

  long end() {
    return end;
  }

  long now() {
    return now;
  }

  TimeWindow window() {
    return window;
  }

  /** Goes to where the controls say. */
  synchronized void follow(Controls controls) {
    if (controls.percent() != seen.percent()) {
      settle(Math.round(controls.percent() / 100 * end), controls.frame());
    } else if (controls.nanosPerFrame() != seen.nanosPerFrame()) {
      settle(now, controls.frame());
    }
    long played = (long) (controls.frame() - anchorFrame) * controls.nanosPerFrame();
    now = Math.clamp(anchor + played, 0, end);
    for (Jump jump = jumps.poll(); jump != null; jump = jumps.poll()) {
      settle(target(jump), controls.frame());
      now = anchor;
    }
    show(length(controls.zoom()));
    seen = controls;
  }

  private void settle(long at, int frame) {
    anchor = at;
    anchorFrame = frame;
  }

  /** Returns how long the window of a zoom is. */
  private long length(int zoom) {
    double ratio = Math.pow((double) SHORTEST / end, (double) zoom / MOST_ZOOM);
    return Math.clamp(Math.round(end * ratio), Math.min(SHORTEST, end), end);
  }

  /** A zoom keeps the playhead where it is on the page; a playhead that leaves takes it along. */
  private void show(long length) {
    long from = window.fromNanos();
    if (length != window.nanos()) {
      double place = (double) (now - from) / window.nanos();
      from = now - Math.round(Math.clamp(place, 0, 1) * length);
    }
    if (now < from || now > from + length * 19 / 20) {
      from = now - Math.round(REST * length);
    }
    from = Math.clamp(from, 0, Math.max(0, end - length));
    window = new TimeWindow(from, from + length);
  }

  private long target(Jump jump) {
    return switch (jump) {
      case NEXT_HAND_OVER, NEXT_STEP -> next(jump == Jump.NEXT_STEP);
      case PREVIOUS_HAND_OVER, PREVIOUS_STEP -> previous(jump == Jump.PREVIOUS_STEP);
    };
  }

  private long next(boolean step) {
    long found = end;
    for (Timeline run : runs) {
      found = Math.min(found, step ? stepAfter(run) : handOverAfter(run));
    }
    return found;
  }

  private long previous(boolean step) {
    long found = 0;
    for (Timeline run : runs) {
      found = Math.max(found, step ? stepBefore(run) : handOverBefore(run));
    }
    return found;
  }

  private long handOverAfter(Timeline run) {
    int place = handOversUpTo(run, now);
    return place < run.handOvers().size() ? run.handOvers().get(place).takenNanos() : end;
  }

  private long handOverBefore(Timeline run) {
    int place = handOversUpTo(run, now - 1) - 1;
    return place >= 0 ? run.handOvers().get(place).takenNanos() : 0;
  }

  private static int handOversUpTo(Timeline run, long nanos) {
    List<HandOver> all = run.handOvers();
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).takenNanos() > nanos) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private long stepAfter(Timeline run) {
    long found = end;
    for (LockTrack lock : run.locks()) {
      int place = lock.stepsUpTo(now);
      if (place < lock.steps().size()) {
        found = Math.min(found, lock.steps().get(place).atNanos());
      }
    }
    return found;
  }

  private long stepBefore(Timeline run) {
    long found = 0;
    for (LockTrack lock : run.locks()) {
      int place = lock.stepsUpTo(now - 1) - 1;
      if (place >= 0) {
        found = Math.max(found, lock.steps().get(place).atNanos());
      }
    }
    return found;
  }
}
