package interlock.measure;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What a sampler sees when it looks, and what it keeps of it. Not safe for many threads. */
final class MemoryLook {
  private static final Duration CHILDREN_INTERVAL = Duration.ofMillis(500);
  private static final Duration TELL_INTERVAL = Duration.ofMillis(200);
  private static final int MOST_CHILDREN = 32;

  private final SamplerRecipe recipe;
  private final ResidentMemory resident;
  private final long ownPid = ProcessHandle.current().pid();
  private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final List<BufferPoolMXBean> buffers =
      ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class);

  private final Map<String, Thinned> series = new LinkedHashMap<>();
  private final Map<Long, String> children = new LinkedHashMap<>();
  private Duration nextSearch = Duration.ZERO;
  private Duration nextTelling = Duration.ZERO;
  private boolean hadChildren;
  private int namedChildren;
  private int count;
  private Duration ownCpu = Duration.ZERO;

  MemoryLook(SamplerRecipe recipe, ResidentMemory resident) {
    this.recipe = recipe;
    this.resident = resident;
  }

  void look(Duration at) {
    long cpu = cpuNanos();
    ownProcess(at);
    recipe.processes().forEach((label, pid) -> add(label, at, resident.bytes(pid)));
    recipe
        .gauges()
        .forEach((label, gauge) -> {
          try {
            add(label, at, gauge.getAsLong());
          } catch (RuntimeException unknownNow) {
            // No value at this moment.
          }
        });
    if (recipe.withChildren()) {
      children(at);
    }
    count++;
    ownCpu = ownCpu.plusNanos(Math.max(0, cpuNanos() - cpu));
  }

  private long cpuNanos() {
    return threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() : 0;
  }

  private void ownProcess(Duration at) {
    MemoryUsage heap = memory.getHeapMemoryUsage();
    add(MemorySampler.HEAP_USED, at, heap.getUsed());
    add(MemorySampler.HEAP_COMMITTED, at, heap.getCommitted());
    add(MemorySampler.BESIDE_HEAP, at, memory.getNonHeapMemoryUsage().getUsed());
    long inBuffers = buffers.stream().mapToLong(BufferPoolMXBean::getMemoryUsed).sum();
    if (inBuffers > 0 || series.containsKey(MemorySampler.BUFFERS)) {
      add(MemorySampler.BUFFERS, at, inBuffers);
    }
    add(MemorySampler.PROCESS, at, resident.bytes(ownPid));
  }

  private void children(Duration at) {
    if (at.compareTo(nextSearch) >= 0) {
      nextSearch = at.plus(CHILDREN_INTERVAL);
      ProcessHandle.current().descendants().forEach(this::meet);
    }
    long sum = 0;
    List<Long> ended = new ArrayList<>();
    for (Map.Entry<Long, String> child : children.entrySet()) {
      OptionalLong bytes = resident.bytes(child.getKey());
      sum += bytes.orElse(0);
      if (bytes.isEmpty()) {
        ended.add(child.getKey());
      } else if (!child.getValue().isEmpty()) {
        add(child.getValue(), at, bytes);
      }
    }
    ended.forEach(children::remove);
    hadChildren |= sum > 0;
    if (hadChildren) {
      add(MemorySampler.CHILDREN, at, sum);
    }
  }

  /** Of many children each counts in the sum, but only the first ones have a series. */
  private void meet(ProcessHandle child) {
    long pid = child.pid();
    if (!children.containsKey(pid)) {
      boolean known = recipe.processes().containsValue(pid);
      children.put(pid, known || namedChildren++ >= MOST_CHILDREN ? "" : name(child) + " " + pid);
    }
  }

  private static String name(ProcessHandle child) {
    return child
        .info()
        .command()
        .map(command -> String.valueOf(Path.of(command).getFileName()))
        .orElse("process");
  }

  private void add(String label, Duration at, OptionalLong bytes) {
    bytes.ifPresent(known -> add(label, at, known));
  }

  private void add(String label, Duration at, long bytes) {
    series.computeIfAbsent(label, name -> new Thinned()).add(at, bytes);
  }

  boolean isTimeToTell(Duration at) {
    if (at.compareTo(nextTelling) < 0) {
      return false;
    }
    nextTelling = at.plus(TELL_INTERVAL);
    return true;
  }

  int count() {
    return count;
  }

  Duration ownCpu() {
    return ownCpu;
  }

  Optional<String> missing() {
    return resident.missing();
  }

  List<MemorySeries> series() {
    return series.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(entry -> new MemorySeries(entry.getKey(), entry.getValue().points()))
        .toList();
  }
}
