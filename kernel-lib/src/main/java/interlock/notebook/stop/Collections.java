package interlock.notebook.stop;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.NotificationEmitter;

/** The collections of this JVM's garbage collectors. Safe for use by one thread. */
final class Collections {
  private final List<GarbageCollectorMXBean> collectors =
      ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class);
  private final Set<String> heap =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .map(MemoryPoolMXBean::getName)
          .collect(Collectors.toSet());
  private long count;
  private long left;

  /** Calls {@code told}, in a thread of the JVM's, some milliseconds after each collection. */
  Collections(Runnable told) {
    for (GarbageCollectorMXBean collector : collectors) {
      if (collector instanceof NotificationEmitter emitter) {
        emitter.addNotificationListener((_, _) -> told.run(), null, null);
      }
    }
  }

  /** Bytes of the heap that the last collection left; garbage is among them if it was partial. */
  long usedAfterLast() {
    long now = collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionCount).sum();
    if (now != count) {
      count = now;
      left =
          collectors.stream()
              .map(GarbageCollectorMXBean::getLastGcInfo)
              .filter(Objects::nonNull)
              .max(Comparator.comparingLong(GcInfo::getEndTime))
              .map(this::used)
              .orElse(0L);
    }
    return left;
  }

  private long used(GcInfo collection) {
    return collection.getMemoryUsageAfterGc().entrySet().stream()
        .filter(pool -> heap.contains(pool.getKey()))
        .mapToLong(pool -> pool.getValue().getUsed())
        .sum();
  }
}
