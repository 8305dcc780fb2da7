package interlock.gil.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Whether anything else runs on this machine: a lock's waits are decided by microseconds, and a
 * neighbour on one of its cores makes them others.
 *
 * <p>Source: the first line of {@code /proc/stat}, in ticks of 10 ms. Where there is none, every
 * machine is taken for quiet.
 */
final class QuietMachine {
  private static final Path STAT = Path.of("/proc/stat");
  private static final long LOOK_MILLIS = 300;
  private static final double MOST_BUSY = 0.05;

  private final Supplier<String> stat;
  private final long lookMillis;

  QuietMachine() {
    this(QuietMachine::read, LOOK_MILLIS);
  }

  QuietMachine(Supplier<String> stat, long lookMillis) {
    this.stat = stat;
    this.lookMillis = lookMillis;
  }

  /** Looks for a moment and returns whether the cores were idle nearly all of the time. */
  boolean isQuiet() throws InterruptedException {
    String before = stat.get();
    Thread.sleep(lookMillis);
    return busy(before, stat.get()) <= MOST_BUSY;
  }

  /** Waits until the machine is quiet, that long at most; returns whether it is. */
  boolean await(int seconds) throws InterruptedException {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    while (!isQuiet()) {
      if (System.nanoTime() > end) {
        return false;
      }
    }
    return true;
  }

  /** Returns the share of the cores' time that was not idle between two looks; 0 if unknown. */
  static double busy(String before, String after) {
    long[] first = ticks(before);
    long[] second = ticks(after);
    if (first.length < 5 || second.length < 5) {
      return 0;
    }
    double all = Arrays.stream(second).sum() - Arrays.stream(first).sum();
    double idle = second[3] + second[4] - first[3] - first[4];
    return all <= 0 ? 0 : 1 - idle / all;
  }

  /** User, nice, system, idle, waiting for a disk, and more, up to what a host has stolen. */
  private static long[] ticks(String line) {
    return Arrays.stream(line.strip().split("\\s+"))
        .skip(1)
        .limit(8)
        .mapToLong(Long::parseLong)
        .toArray();
  }

  private static String read() {
    try (var lines = Files.lines(STAT)) {
      return lines.findFirst().orElse("");
    } catch (IOException unknown) {
      return "";
    }
  }
}
