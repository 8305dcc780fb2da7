package interlock.gil.machine;

import interlock.gil.timeline.Ending;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out who waits for whom when nothing can happen any more. */
final class Deadlocks {
  private Deadlocks() {}

  static Ending among(List<SimThread> threads) {
    List<SimThread> stuck = threads.stream().filter(thread -> !thread.ended).toList();
    for (SimThread thread : stuck) {
      List<SimThread> circle = circleFrom(thread);
      if (!circle.isEmpty()) {
        return new Ending.Deadlock(circle.stream().map(Deadlocks::wait).toList(), true);
      }
    }
    return new Ending.Deadlock(
        stuck.stream().filter(thread -> !thread.daemon).map(Deadlocks::wait).toList(), false);
  }

  /** Returns the threads of a circle of waits that this one is part of; empty if it is in none. */
  private static List<SimThread> circleFrom(SimThread start) {
    List<SimThread> path = new ArrayList<>();
    SimThread next = start;
    while (next != null && !path.contains(next)) {
      path.add(next);
      next = waitsFor(next);
    }
    return next == start ? path : List.of();
  }

  private static @Nullable SimThread waitsFor(SimThread thread) {
    if (thread.partner != null) {
      return thread.partner;
    }
    return owner(thread);
  }

  private static Ending.Wait wait(SimThread thread) {
    if (thread.partner != null) {
      return new Ending.Wait(thread.name(), "the end of " + thread.partner.name(), "");
    }
    Waitable on = thread.blockedOn();
    SimThread owner = owner(thread);
    return new Ending.Wait(
        thread.name(), on == null ? "nothing" : on.words, owner == null ? "" : owner.name());
  }

  private static @Nullable SimThread owner(SimThread thread) {
    Waitable on = thread.blockedOn();
    return on == null ? null : on.owner;
  }
}
