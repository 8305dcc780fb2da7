package interlock.gil.policy;

import interlock.gil.machine.SimThread;
import interlock.gil.machine.WaitList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition variable as glibc has it: who gets a signal depends on who came when.
 *
 * <p>Waiters stand in two groups. Signals go to the older one until each of its waiters has had
 * one; whoever comes joins the newer. Then the newer becomes the older. Within a group a signal
 * belongs to whoever looks first: a waiter on its way into its sleep takes it, and the sleeper that
 * the signal wakes finds nothing and sleeps on, until the deadline that it had.
 *
 * <p>Source: {@code nptl/pthread_cond_wait.c} and {@code pthread_cond_signal.c}, glibc 2.36; the
 * same from 2.25 to 2.40.
 *
 * <p>Differs from glibc: a group is closed without waiting until its last waiter has left it.
 */
final class GlibcCondition {
  private static final class Group {
    private final WaitList sleeping = new WaitList();

    /** How many of its waiters have still to get a signal. */
    private int unsignalled;

    private int signals;
    private boolean closed;
  }

  private static final class Waiter {
    private Group group;
    private long deadline;
    private boolean sleeps;

    /** Its timer has fired, and it has not had a core since. */
    private boolean isOnItsWay;

    private Waiter(Group group) {
      this.group = group;
    }
  }

  private final List<@Nullable Waiter> waiters = new ArrayList<>();
  private Group older = new Group();
  private Group newer = new Group();

  /** A thread begins to wait, awake as yet. */
  void join(SimThread thread, long deadline) {
    Waiter waiter = waiter(thread);
    waiter.group = newer;
    waiter.deadline = deadline;
    newer.unsignalled++;
  }

  /** Returns until when a thread waits, in nanoseconds of virtual time. */
  long deadline(SimThread thread) {
    return waiter(thread).deadline;
  }

  /** A thread that has found no signal falls asleep. */
  void sleep(SimThread thread) {
    Waiter waiter = waiter(thread);
    waiter.sleeps = true;
    waiter.isOnItsWay = false;
    waiter.group.sleeping.add(thread);
  }

  /** A sleeper's timer has fired: until it runs, a signal may still come. */
  void timerFired(SimThread thread) {
    waiter(thread).isOnItsWay = true;
  }

  /** Returns whether a thread, which is awake, gets a signal; then its wait is over. */
  boolean takesSignal(SimThread thread) {
    Waiter waiter = waiter(thread);
    Group group = waiter.group;
    if (waiter.sleeps || (group.signals == 0 && !group.closed)) {
      return false;
    }
    group.signals = Math.max(0, group.signals - 1);
    return true;
  }

  /** A thread gives up waiting. Returns whether a signal was meant for it, to be passed on. */
  boolean cancel(SimThread thread) {
    Waiter waiter = waiter(thread);
    Group group = waiter.group;
    if (waiter.sleeps) {
      waiter.sleeps = false;
      group.sleeping.remove(thread);
    }
    if (group.unsignalled == 0) {
      return true;
    }
    group.unsignalled--;
    return false;
  }

  /** Gives one waiter a signal. Returns the sleeper to wake, or null if none has to be woken. */
  @Nullable SimThread signal() {
    if (older.unsignalled == 0) {
      if (newer.unsignalled == 0) {
        return null;
      }
      older.closed = true;
      older = newer;
      newer = new Group();
    }
    older.unsignalled--;
    older.signals++;
    SimThread sleeper = older.sleeping.poll();
    if (sleeper != null) {
      waiter(sleeper).sleeps = false;
    }
    return sleeper;
  }

  /** Returns whether a thread is awake, or about to be, without a signal. */
  boolean isOnItsWay(SimThread thread) {
    return waiter(thread).isOnItsWay;
  }

  private Waiter waiter(SimThread thread) {
    while (waiters.size() <= thread.id()) {
      waiters.add(null);
    }
    Waiter waiter = waiters.get(thread.id());
    if (waiter == null) {
      waiter = new Waiter(newer);
      waiters.set(thread.id(), waiter);
    }
    return waiter;
  }
}
