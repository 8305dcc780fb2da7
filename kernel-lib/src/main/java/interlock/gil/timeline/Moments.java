package interlock.gil.timeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A lock's steps, played up to a moment. */
final class Moments {
  private final Map<Integer, Long> asked = new LinkedHashMap<>();
  private int holder = -1;
  private int lastHolder = -1;
  private boolean dropRequest;
  private long switches;

  private Moments() {}

  /** Returns the lock at a moment: the steps of that very moment are done. */
  static Moment at(LockTrack lock, long nanos) {
    return after(lock, lock.stepsUpTo(nanos), nanos);
  }

  /** Returns the lock after its first {@code count} steps. */
  static Moment after(LockTrack lock, int count, long nanos) {
    Moments play = new Moments();
    List<Step> steps = lock.steps().subList(0, count);
    steps.forEach(play::play);
    List<Moment.Waiting> waiting = new ArrayList<>();
    play.asked.forEach((thread, since) -> waiting.add(new Moment.Waiting(thread, since)));
    return new Moment(
        nanos,
        play.holder < 0 ? OptionalInt.empty() : OptionalInt.of(play.holder),
        waiting,
        play.dropRequest,
        play.switches,
        count == 0 ? null : steps.getLast(),
        count - 1);
  }

  private void play(Step step) {
    switch (step.kind()) {
      case ASKS -> asked.putIfAbsent(step.thread(), step.atNanos());
      case TAKES -> takes(step.thread());
      case DROPS -> holder = -1;
      case REQUESTS -> dropRequest = true;
      case CLEARS -> dropRequest = false;
      case WAITS, TIMES_OUT, CHECKS, SIGNALS, AWAITS_SWITCH -> {}
    }
  }

  private void takes(int thread) {
    asked.remove(thread);
    holder = thread;
    if (thread != lastHolder) {
      lastHolder = thread;
      switches++;
    }
  }
}
