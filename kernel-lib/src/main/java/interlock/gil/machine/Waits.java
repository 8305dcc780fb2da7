package interlock.gil.machine;

import interlock.gil.timeline.Cause;
import interlock.gil.timeline.State;

/**
 * What a program waits for: its locks, conditions and queues ({@code threading}, {@code queue}),
 * and the channels between processes.
 *
 * <p>A lock is a semaphore, as in CPython 3.11 on Linux ({@code Python/thread_pthread.h}): an
 * acquire that fails gives the interpreter lock up, waits, and tries again when it is woken; a
 * thread that comes between may be faster.
 *
 * <p>Differs from CPython: {@code queue.Queue} and {@code threading.Condition} are Python code over
 * locks; here each call is one step with one cost, and one that need not wait passes no check
 * point.
 */
final class Waits {
  private final MachineModel model;

  Waits(MachineModel model) {
    this.model = model;
  }

  void acquire(SimThread thread, Waitable lock) {
    if (lock.owner == null && !thread.gil.givesUpToAcquire()) {
      lock.owner = thread;
      thread.pays(model.lockNanos());
      thread.goTo(Phase.NEXT);
    } else {
      thread.waitsFor(lock);
      thread.drop(Cause.LOCK, Phase.ACQUIRE);
    }
  }

  /** The thread is without the interpreter lock, and tries once more before it waits. */
  void tryAgain(SimThread thread, Waitable lock) {
    if (lock.owner == null) {
      lock.owner = thread;
      thread.take(Phase.NEXT);
    } else {
      lock.waiters.add(thread);
      thread.awaitServed(State.WAITS_FOR_LOCK, lock.reason, Phase.ACQUIRE);
    }
  }

  void release(SimThread thread, Waitable lock, int thenPhase) {
    if (lock.owner == null) {
      throw new IllegalStateException(
          "%s releases %s, which nobody has".formatted(thread, lock.words));
    }
    lock.owner = null;
    wakeOne(thread, lock, false, thenPhase);
  }

  void await(SimThread thread, Waitable condition, Waitable lock) {
    if (lock.owner != thread) {
      throw new IllegalStateException(
          "%s waits on %s, but has not %s".formatted(thread, condition.words, lock.words));
    }
    condition.waiters.add(thread);
    release(thread, lock, Phase.AWAIT);
  }

  void signal(SimThread thread, Waitable condition, boolean all) {
    long cost = 0;
    do {
      SimThread waiter = condition.waiters.poll();
      if (waiter == null) {
        break;
      }
      cost += waiter.serve(false);
    } while (all);
    thread.burst(cost, Phase.NEXT);
  }

  void put(SimThread thread, Waitable queue) {
    queue.items++;
    thread.pays(model.queueNanos());
    wakeOne(thread, queue, false, Phase.NEXT);
  }

  void get(SimThread thread, Waitable queue) {
    if (queue.items > 0) {
      queue.items--;
      thread.burst(model.queueNanos(), Phase.NEXT);
    } else {
      queue.waiters.add(thread);
      thread.waitsFor(queue);
      thread.drop(Cause.LOCK, Phase.PARK_GET);
    }
  }

  /** The message is on its way; whoever waits for it is woken. */
  void sent(SimThread thread, Waitable channel) {
    channel.items++;
    wakeOne(thread, channel, true, Phase.TAKE_NEXT);
  }

  void receive(SimThread thread, Waitable channel) {
    if (channel.items > 0) {
      channel.items--;
      thread.goTo(Phase.TAKE_NEXT);
    } else {
      channel.waiters.add(thread);
      thread.awaitServed(State.WAITS_FOR_IO, channel.reason, Phase.RECEIVE);
    }
  }

  private static void wakeOne(SimThread thread, Waitable what, boolean here, int thenPhase) {
    SimThread waiter = what.waiters.poll();
    if (waiter == null) {
      thread.goTo(thenPhase);
    } else {
      thread.burst(waiter.serve(here), thenPhase);
    }
  }
}
