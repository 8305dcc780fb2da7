package interlock.notebook.stop;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The one place that every check in every cell's code asks: go on, or end?
 *
 * <p>All checks share one call site whose target does nothing, so compiled code holds nothing of it
 * and is as fast as without: what a cell measures stays true. To stop means to change the target;
 * the JVM then throws away the compiled code that relied on it. When the stopped code has ended,
 * the target does nothing again. Safe for use by any thread.
 */
public final class CellStop {
  /** How long a new cell waits for stopped code to end, before it runs beside what is left. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private static final MethodHandle NOTHING = MethodHandles.zero(void.class);
  private static final MethodHandle CHECK = checkHandle();
  private static final MutableCallSite SITE = new MutableCallSite(NOTHING);
  private static final Set<Thread> SHIELDED = ConcurrentHashMap.newKeySet();
  private static volatile @Nullable Stop current;

  private CellStop() {}

  /** The bootstrap method of every check. */
  public static CallSite site(MethodHandles.Lookup cell, String name, MethodType type) {
    return SITE;
  }

  /** Ends all code of cells that runs now, in whichever thread, and wakes the threads that wait. */
  public static void interrupt() {
    begin(new Stop(CellStopped::new, true));
  }

  /** Ends all code of cells that runs now with an {@link OutOfMemoryError}; wakes no thread. */
  public static void outOfMemory(String message) {
    begin(new Stop(() -> new OutOfMemoryError(message), false));
  }

  /** Called before a new cell begins, so that a stop never reaches it. */
  public static void beforeCell() throws InterruptedException {
    Stop stop = current;
    if (stop != null && !stop.awaitEnd(PATIENCE)) {
      stop.onlyLeftovers();
    }
  }

  /** Waits until the stop that was begun last is over. */
  static void awaitEnd() throws InterruptedException {
    Stop stop = current;
    if (stop != null) {
      stop.awaitEnd(Stop.LONGEST);
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

  /** What the call site calls while code is stopped, through {@link #CHECK}. */
  @SuppressWarnings("UnusedMethod")
  private static void check() {
    Stop stop = current;
    if (stop != null && !SHIELDED.contains(Thread.currentThread())) {
      stop.check(Thread.currentThread());
    }
  }

  private static synchronized void begin(Stop stop) {
    Stop before = current;
    current = stop;
    if (before != null) {
      before.replaced();
    }
    turn(CHECK);
    stop.watch(() -> end(stop));
  }

  private static synchronized void end(Stop stop) {
    if (current == stop) {
      turn(NOTHING);
      current = null;
    }
  }

  private static void turn(MethodHandle target) {
    SITE.setTarget(target);
    MutableCallSite.syncAll(new MutableCallSite[] {SITE});
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
