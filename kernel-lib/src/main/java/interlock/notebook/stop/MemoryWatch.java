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

  private static final HeapLimit LIMIT = new HeapLimit(Runtime.getRuntime().maxMemory());
  private static final BlockingQueue<Collection> COLLECTIONS = new LinkedBlockingQueue<>();

  private MemoryWatch() {}

  /** When the cell began that runs now, or the last stop was over: what was before says nothing. */
  private static volatile long begun = System.nanoTime();

  private record Collection(long atNanos, long usedBytes, boolean full) {}

  /** Watches from a moment after the kernel's start until its end, in a thread of its own. */
  public static void start() {
    Thread.ofPlatform().daemon().name("interlock-memory").start(MemoryWatch::watch);
  }

  /** Called when a new cell begins. */
  public static void beforeCell() {
    LIMIT.cellBegins();
    begun = System.nanoTime();
  }

  private static void watch() {
    try {
      Thread.sleep(DELAY_MILLIS);
      listen();
      while (true) {
        Collection last = COLLECTIONS.take();
        HeapLimit.Verdict verdict = LIMIT.after(last.usedBytes, last.full);
        if (last.atNanos - begun > 0) {
          act(verdict);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
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
      COLLECTIONS.add(
          new Collection(System.nanoTime(), used, info.getGcAction().equals("end of major GC")));
    }
  }
}
