package interlock.notebook.stop;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one place that every check in every cell's code asks: go on, or end?
 *
 * <p>All checks share one call site whose target does nothing, so compiled code holds nothing of it
 * and is as fast as without: what a cell measures stays true. To stop means to change the target;
 * the JVM then throws away the compiled code that relied on it. When the stopped code has ended,
 * the target does nothing again. Only on a heap that is 70 % full, or a small one, checks look each
 * time ({@link #alert}), and a loop of little else takes up to four times as long. Safe for use by
 * any thread.
 */
public final class CellStop {
  /** How long a new cell waits for stopped code to end, before it runs beside what is left. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  /** How long a thread waits at most at a check, should whoever holds it never let it go. */
  private static final Duration LONGEST_HOLD = Duration.ofSeconds(10);

  private static final MethodHandle NOTHING = MethodHandles.zero(void.class);
  private static final MethodHandle CHECK = checkHandle();
  private static final MutableCallSite SITE = new MutableCallSite(NOTHING);
  private static final Set<Thread> SHIELDED = ConcurrentHashMap.newKeySet();
  private static volatile @Nullable Stop current;
  private static volatile @Nullable CountDownLatch hold;
  private static boolean alert;

  private CellStop() {}

  /** The bootstrap method of every check. */
  public static CallSite site(MethodHandles.Lookup cell, String name, MethodType type) {
    return SITE;
  }

  /** Ends all code of cells that runs now, in whichever thread, and wakes the threads that wait. */
  public static void interrupt() {
    interrupt(() -> {});
  }

  /** The same; once that code has ended, and before the next cell begins, {@code after} runs. */
  public static void interrupt(Runnable after) {
    begin(new Stop(CellStopped::new, true), after);
  }

  /** Ends all code of cells that runs now with an {@link OutOfMemoryError}; wakes no thread. */
  static void outOfMemory(String message) {
    begin(new Stop(() -> new OutOfMemoryError(message), false), () -> {});
  }

  /** Waits until the stop that goes on is over; false where there is none. */
  static boolean awaitEnd() throws InterruptedException {
    Stop stop = current;
    if (stop == null) {
      return false;
    }
    stop.awaitEnd(Stop.LONGEST);
    return true;
  }

  /** Called before a new cell begins, so that a stop never reaches it. */
  public static void beforeCell() throws InterruptedException {
    Stop stop = current;
    if (stop != null && !stop.awaitEnd(PATIENCE)) {
      stop.onlyLeftovers();
    }
  }

  /** Called when a thread begins to work for a cell: what it ran before is over. */
  public static void beginsAnew(Thread thread) {
    Stop stop = current;
    if (stop != null) {
      stop.spare(thread);
    }
  }

  /** Runs what frees resources, which has to go on while all else of a cell is ended. */
  public static void shielded(Runnable cleanUp) {
    Thread thread = Thread.currentThread();
    boolean first = SHIELDED.add(thread);
    try {
      cleanUp.run();
    } finally {
      if (first) {
        SHIELDED.remove(thread);
      }
    }
  }

  /** The threads that a stop has to end: those in code of cells, without those that clean up. */
  static Set<Thread> running() {
    Set<Thread> threads = CellFrames.threads();
    threads.removeAll(SHIELDED);
    return threads;
  }

  /**
   * Does something while no code of a cell passes a check: each thread that comes to one waits
   * there.
   */
  static void whileHeld(Runnable action) {
    CountDownLatch held = new CountDownLatch(1);
    turn(() -> hold = held);
    try {
      action.run();
    } finally {
      turn(() -> hold = null);
      held.countDown();
    }
  }

  /** Has checks look each time, so that a hold begins at once and costs nothing more. */
  static synchronized void alert(boolean on) {
    if (on != alert) {
      turn(() -> alert = on);
    }
  }

  /** What the call site calls while code is stopped or held, through {@link #CHECK}. */
  @SuppressWarnings("UnusedMethod")
  private static void check() {
    if (hold != null || current != null) {
      check(Thread.currentThread());
    }
  }

  private static void check(Thread thread) {
    if (SHIELDED.contains(thread)) {
      return;
    }
    CountDownLatch held = hold;
    if (held != null) {
      await(held, thread);
    }
    Stop stop = current;
    if (stop != null) {
      stop.check(thread);
    }
  }

  private static void await(CountDownLatch held, Thread thread) {
    try {
      // Held for too long, or interrupted: the thread goes on.
      boolean _ = held.await(LONGEST_HOLD.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      thread.interrupt();
    }
  }

  private static synchronized void begin(Stop stop, Runnable after) {
    Stop before = current;
    if (before != null) {
      before.replaced();
    }
    turn(() -> current = stop);
    try {
      stop.watch(() -> {
        try {
          after.run();
        } finally {
          end(stop);
        }
      });
    } catch (OutOfMemoryError e) {
      // No room for its thread: nobody would end this stop.
      end(stop);
      throw e;
    }
  }

  private static synchronized void end(Stop stop) {
    if (current == stop) {
      turn(() -> current = null);
    }
  }

  /** Changes what checks have to do, and then, if need be, the one target of all of them. */
  private static synchronized void turn(Runnable change) {
    change.run();
    MethodHandle target = current == null && hold == null && !alert ? NOTHING : CHECK;
    if (target != SITE.getTarget()) {
      SITE.setTarget(target);
      MutableCallSite.syncAll(new MutableCallSite[] {SITE});
    }
  }

  private static MethodHandle checkHandle() {
    try {
      return MethodHandles.lookup()
          .findStatic(CellStop.class, "check", MethodType.methodType(void.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
