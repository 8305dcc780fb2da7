package interlock.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The machine as this process sees it: a container's limits count, not the hardware behind them.
 *
 * @param cores processors that this process may use
 * @param memoryBytes memory that this process may use: the machine's, or the container's limit
 * @param maxHeapBytes the most that the Java heap may grow to
 * @param cpu the processor's name, or its architecture where the system does not tell
 * @param os the operating system and its version
 * @param jdk the Java runtime and its version
 */
public record Machine(
    int cores, long memoryBytes, long maxHeapBytes, String cpu, String os, String jdk) {
  private static final long SMALL_MEMORY_BYTES = 2_200_000_000L;

  /** Refuses a machine without cores or memory. */
  public Machine {
    if (cores < 1 || memoryBytes < 1 || maxHeapBytes < 1) {
      throw new IllegalArgumentException(
          "A machine has cores and memory, not %d cores, %d bytes, %d bytes of heap"
              .formatted(cores, memoryBytes, maxHeapBytes));
    }
  }

  /** Returns the machine that this code runs on. */
  public static Machine here() {
    Runtime runtime = Runtime.getRuntime();
    return new Machine(
        runtime.availableProcessors(),
        memory(),
        runtime.maxMemory(),
        CpuName.here(),
        property("os.name") + " " + property("os.version"),
        property("java.vm.vendor") + " JDK " + property("java.version"));
  }

  /** Returns true on one core, or with about 2 GB or less: where demonstrations run smaller. */
  public boolean isSmall() {
    return cores == 1 || memoryBytes <= SMALL_MEMORY_BYTES;
  }

  /** Returns {@code small} on a small machine and {@code normal} on any other. */
  public <T> T choose(T normal, T small) {
    return isSmall() ? small : normal;
  }

  /**
   * Returns the worker counts worth measuring here: the powers of two up to the cores, and the
   * cores themselves. Never fewer than 1 and 2, so that there is something to compare.
   */
  public List<Integer> workerCounts() {
    List<Integer> counts = new ArrayList<>();
    for (int workers = 1; workers < Math.max(2, cores); workers *= 2) {
      counts.add(workers);
    }
    counts.add(Math.max(2, cores));
    return List.copyOf(counts);
  }

  @Override
  public String toString() {
    return "%d %s of %s, %s memory, %s heap, %s, %s"
        .formatted(
            cores,
            cores == 1 ? "core" : "cores",
            cpu,
            gigabytes(memoryBytes),
            gigabytes(maxHeapBytes),
            os,
            jdk);
  }

  private static String gigabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }

  private static long memory() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : Runtime.getRuntime().maxMemory();
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }
}
