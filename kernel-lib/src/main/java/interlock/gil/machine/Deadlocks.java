package interlock.gil.machine;

import interlock.gil.timeline.Ending;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out who waits for whom. */
final class Deadlocks {
  private Deadlocks() {}

  /** Says why nothing can happen any more: the first circle of waits, or all waits. */
  static Ending among(List<SimThread> threads) {
    List<SimThread> circle = circle(threads);
    if (circle.isEmpty()) {
      return new Ending.Deadlock(waits(threads), false);
    }
    return new Ending.Deadlock(circle.stream().map(Deadlocks::wait).toList(), true);
  }

  /**
   * Returns what the threads that the run has to wait for wait for, those that compute left out.
   */
  static List<Ending.Wait> waits(List<SimThread> threads) {
    return threads.stream()
        .filter(thread -> !thread.daemon && !thread.hasEnded() && thread.isStuck())
        .map(Deadlocks::wait)
        .toList();
  }

  /**
   * Each thread waits for one other at most. A walk from thread to thread marks its way; if it
   * comes to its own mark, it has gone round. No thread is walked through twice.
   */
  private static List<SimThread> circle(List<SimThread> threads) {
    int[] walk = new int[threads.size()];
    Arrays.fill(walk, -1);
    for (SimThread start : threads) {
      SimThread next = start;
      while (next != null && walk[next.id()] < 0) {
        walk[next.id()] = start.id();
        next = waitsFor(next);
      }
      if (next != null && walk[next.id()] == start.id()) {
        return fromFirst(next);
      }
    }
    return List.of();
  }

  /** Returns a circle, beginning with its thread that was started first. */
  private static List<SimThread> fromFirst(SimThread any) {
    List<SimThread> circle = new ArrayList<>();
    int first = 0;
    SimThread next = any;
    do {
      circle.add(next);
      first = next.id() < circle.get(first).id() ? circle.size() - 1 : first;
      next = waitsFor(next);
    } while (next != null && next != any);
    List<SimThread> turned = new ArrayList<>(circle.subList(first, circle.size()));
    turned.addAll(circle.subList(0, first));
    return turned;
  }

  private static @Nullable SimThread waitsFor(SimThread thread) {
    if (!thread.isStuck()) {
      return null;
    }
    if (thread.joins != null) {
      return thread.joins;
    }
    if (thread.child != null) {
      return thread.child;
    }
    return owner(thread);
  }

  private static @Nullable SimThread owner(SimThread thread) {
    Waitable on = thread.blockedOn();
    return on == null ? null : on.owner;
  }

  private static Ending.Wait wait(SimThread thread) {
    if (thread.joins != null) {
      return new Ending.Wait(thread.name(), "the end of " + thread.joins.name(), "");
    }
    if (thread.child != null) {
      return new Ending.Wait(thread.name(), "the start of " + thread.child.name(), "");
    }
    Waitable on = thread.blockedOn();
    return new Ending.Wait(
        thread.name(), on == null ? "nothing" : on.words, ownerName(owner(thread)));
  }

  private static String ownerName(@Nullable SimThread owner) {
    if (owner == null) {
      return "";
    }
    return owner.hasEnded() ? owner.name() + " (ended)" : owner.name();
  }
}
