package interlock.notebook.stop;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import org.jspecify.annotations.Nullable;

/**
 * Stops the code of cells with an {@link OutOfMemoryError} before it fills the heap.
 *
 * <p>The JVM's own error comes after many seconds of collections, and in any thread that happens to
 * ask for memory, the kernel's too. {@link HeapLimit} decides. One array that does not fit still
 * gets the JVM's error, at once.
 */
public final class MemoryWatch {
  /** Loading the management classes would delay the first cell. */
  private static final long DELAY_MILLIS = 1500;

  private static final int RESERVE_BYTES = 32 << 20;

  private static final HeapLimit LIMIT = new HeapLimit(Runtime.getRuntime().maxMemory());
  private static final BlockingQueue<Collection> COLLECTIONS = new LinkedBlockingQueue<>();

  /**
   * Memory that a cell which was quicker than this watch leaves to the kernel: it is let go at the
   * first {@link OutOfMemoryError} of the JVM, without which every thread of the kernel would end.
   */
  private static volatile byte @Nullable [] reserve;

  private MemoryWatch() {}

  /** When the cell began that runs now, or the last stop was over: what was before says nothing. */
  private static volatile long begun = System.nanoTime();

  private record Collection(long atNanos, long usedBytes, boolean full, long millis) {}

  /** Watches from a moment after the kernel's start until its end, in a thread of its own. */
  public static void start() {
    Thread.ofPlatform().daemon().name("interlock-memory").start(MemoryWatch::watch);
  }

  /** Called when a new cell begins. */
  public static void beforeCell() {
    LIMIT.cellBegins();
    begun = System.nanoTime();
  }

  /** Called with what code of a cell, or a thread, has thrown. Needs no memory itself. */
  public static void thrown(@Nullable Throwable error) {
    if (error instanceof OutOfMemoryError) {
      reserve = null;
    }
  }

  private static void watch() {
    try {
      Thread.sleep(DELAY_MILLIS);
      listen();
      reserve = new byte[RESERVE_BYTES];
      while (true) {
        watchOne();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void watchOne() throws InterruptedException {
    try {
      Collection last = COLLECTIONS.take();
      if (reserve == null && last.usedBytes < Runtime.getRuntime().maxMemory() / 2) {
        reserve = new byte[RESERVE_BYTES];
      }
      if (last.atNanos - begun > 0) {
        act(LIMIT.after(last.usedBytes, last.full, last.millis));
      } else {
        LIMIT.before(last.usedBytes);
      }
    } catch (OutOfMemoryError e) {
      thrown(e);
    }
  }

  private static void act(HeapLimit.Verdict verdict) throws InterruptedException {
    switch (verdict) {
      case GO_ON -> {}
      case COLLECT_ALL -> System.gc();
      case STOP -> stop();
    }
  }

  private static void stop() throws InterruptedException {
    CellStop.outOfMemory(LIMIT.message());
    CellStop.awaitEnd();
    // What the cell's own variables held is garbage now, and cheap to collect.
    begun = System.nanoTime();
    System.gc();
  }

  private static void listen() {
    Set<String> heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toSet());
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      if (collector instanceof NotificationEmitter emitter) {
        emitter.addNotificationListener((event, _) -> note(event, heap), null, null);
      }
    }
  }

  private static void note(Notification event, Set<String> heap) {
    if (event.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
      GarbageCollectionNotificationInfo info =
          GarbageCollectionNotificationInfo.from((CompositeData) event.getUserData());
      long used =
          info.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
              .filter(pool -> heap.contains(pool.getKey()))
              .mapToLong(pool -> pool.getValue().getUsed())
              .sum();
      boolean full = info.getGcAction().equals("end of major GC");
      COLLECTIONS.add(
          new Collection(System.nanoTime(), used, full, info.getGcInfo().getDuration()));
    }
  }
}
