package interlock.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Looks at memory at an interval, on a thread of its own, until it is closed.
 *
 * <pre>{@code
 * try (MemorySampler memory = MemorySampler.every(Duration.ofMillis(50)).start()) {
 *   byte[] array = new byte[100_000_000];
 *   memory.mark("array made");
 *   …
 * }
 * }</pre>
 *
 * <p>It sees this virtual machine (see the constants), and if asked its child processes, other
 * processes, and any other number of bytes. Its thread never keeps the virtual machine alive; it
 * ends when the sampler is closed or the thread interrupted, and after an hour in any case. What it
 * keeps is bounded: a long run has fewer points, each the highest of its samples.
 *
 * <p>Cost: a look takes some tens of microseconds of processor time, and a search for new children
 * about a millisecond; {@link MemoryRecord#ownShare} says how much it was. Safe for use by many
 * threads.
 */
public final class MemorySampler implements AutoCloseable {
  /** Bytes of Java objects, dead ones that are not yet collected included. */
  public static final String HEAP_USED = "heap used";

  /** Bytes that the Java heap has reserved from the system. */
  public static final String HEAP_COMMITTED = "heap committed";

  /** Bytes of classes, compiled code and other memory that the virtual machine itself counts. */
  public static final String BESIDE_HEAP = "classes and code";

  /** Bytes of direct and mapped buffers. */
  public static final String BUFFERS = "buffers";

  /** Resident memory of this process: all of the above as far as touched, and thread stacks. */
  public static final String PROCESS = "this process";

  /** The sum of the resident memory of all child processes. */
  public static final String CHILDREN = "children, sum";

  private static final int MOST_MARKS = 100;

  private final SamplerRecipe recipe;
  private final MemoryLook look;
  private final long begin;
  private final List<MemoryMark> marks = new ArrayList<>();
  private final Thread thread;
  private volatile boolean closed;
  private Duration ended = Duration.ZERO;

  MemorySampler(SamplerRecipe recipe, MemoryLook look) {
    this.recipe = recipe;
    this.look = look;
    this.begin = recipe.nanos().getAsLong();
    this.thread = Thread.ofPlatform().daemon().name("interlock-memory").unstarted(this::run);
  }

  /**
   * Returns a recipe for a sampler of this virtual machine; add to it what else to see, then start.
   *
   * @throws IllegalArgumentException if the interval is not between 10 ms and a minute
   */
  public static SamplerRecipe every(Duration interval) {
    return SamplerRecipe.every(interval);
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      long next = begin;
      while (!closed && elapsed().compareTo(recipe.atMost()) < 0) {
        look();
        next = Math.max(next + recipe.interval().toNanos(), recipe.nanos().getAsLong());
        pause(next - recipe.nanos().getAsLong());
      }
    } catch (InterruptedException stopped) {
      // Whoever interrupts the thread wants it to end.
    } finally {
      end();
    }
  }

  private static void pause(long nanos) throws InterruptedException {
    Thread.sleep(Duration.ofNanos(Math.max(nanos, 1)));
  }

  /** Looks once, and tells the listener where it is time. */
  void look() {
    MemoryRecord told = null;
    synchronized (this) {
      if (closed) {
        return;
      }
      look.look(elapsed());
      if (look.isTimeToTell(elapsed())) {
        told = record();
      }
    }
    if (told != null) {
      recipe.listener().accept(told);
    }
  }

  private Duration elapsed() {
    return Duration.ofNanos(recipe.nanos().getAsLong() - begin);
  }

  /** Marks this moment as that of an event. Of more than 100 marks the newest 100 are kept. */
  public synchronized void mark(String label) {
    marks.add(new MemoryMark(closed ? ended : elapsed(), Objects.requireNonNull(label, "label")));
    if (marks.size() > MOST_MARKS) {
      marks.removeFirst();
    }
  }

  /** Returns what has been seen so far. */
  public synchronized MemoryRecord record() {
    return new MemoryRecord(
        closed ? ended : elapsed(),
        look.count(),
        look.ownCpu(),
        look.series(),
        marks,
        look.missing().orElse(null));
  }

  /** Looks a last time, tells the listener, and ends. */
  @Override
  public void close() {
    look();
    end();
    thread.interrupt();
  }

  private void end() {
    Consumer<MemoryRecord> listener = recipe.listener();
    synchronized (this) {
      if (closed) {
        return;
      }
      ended = elapsed();
      closed = true;
    }
    listener.accept(record());
  }

  /** Returns true until the sampler is closed or has ended by itself. */
  public boolean isRunning() {
    return !closed;
  }

  /** Returns the sampler's thread, for tests. */
  Thread thread() {
    return thread;
  }

  @Override
  public String toString() {
    return record().toString();
  }

  /** Returns the clock that this process counts with. */
  static LongSupplier clock() {
    return System::nanoTime;
  }
}
