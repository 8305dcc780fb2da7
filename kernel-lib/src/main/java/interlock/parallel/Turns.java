package interlock.parallel;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongPredicate;

/**
 * The turns of an engine that keeps processes: one run at a time, and an end to processes that
 * nobody uses.
 *
 * <p>They stay ready after a run, until {@link #end()}, a minute without work, or an interrupt.
 * Safe for use by many threads.
 */
public final class Turns {
  private static final long IDLE_SECONDS = 60;

  /** The turns of engines that may have processes now. */
  private static final Set<Turns> USED = ConcurrentHashMap.newKeySet();

  /** One run of the engine. */
  @FunctionalInterface
  public interface Work<R> {
    /** Runs while no other run of this engine does. */
    R run() throws InterruptedException;
  }

  private final ReentrantLock turn = new ReentrantLock();
  private final Runnable killAll;
  private long uses;

  /**
   * Makes the turns of one engine.
   *
   * @param killAll ends the engine's processes; called by one thread at a time, never beside a run
   */
  public Turns(Runnable killAll) {
    this.killAll = killAll;
  }

  /**
   * Waits for its turn and runs.
   *
   * @throws InterruptedException if the thread was interrupted, while it waited or in the run
   */
  public <R> R take(Work<R> work) throws InterruptedException {
    try {
      turn.lockInterruptibly();
      try {
        USED.add(this);
        return work.run();
      } finally {
        endWhenIdle(++uses);
        turn.unlock();
      }
    } catch (InterruptedException stopped) {
      // Who stops a run wants nothing left: also the processes that stood ready just then.
      endUnlessInUse(any -> true);
      throw stopped;
    }
  }

  /**
   * Ends the processes that stand ready, of every engine that no run uses now; returns at once.
   *
   * <p>Who stops a program between two runs interrupts neither, and wants nothing left all the
   * same.
   */
  public static void endIdle() {
    USED.forEach(turns -> turns.endUnlessInUse(any -> true));
  }

  /** Ends the processes, after the run that has its turn now. */
  public void end() {
    turn.lock();
    try {
      endAll();
    } finally {
      turn.unlock();
    }
  }

  private void endWhenIdle(long use) {
    CompletableFuture.delayedExecutor(IDLE_SECONDS, TimeUnit.SECONDS)
        .execute(() -> endUnlessInUse(latest -> latest == use));
  }

  private void endUnlessInUse(LongPredicate latestUse) {
    if (turn.tryLock()) {
      try {
        if (latestUse.test(uses)) {
          endAll();
        }
      } finally {
        turn.unlock();
      }
    }
  }

  private void endAll() {
    killAll.run();
    USED.remove(this);
  }
}
