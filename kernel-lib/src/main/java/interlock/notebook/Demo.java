package interlock.notebook;

import interlock.notebook.CellChannel.Stream;
import interlock.notebook.stop.CellStop;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A work that goes on in a thread of its own after its cell has returned, until it ends or is
 * stopped.
 *
 * <p>JupyterLab's stop button stops every demo. To stop is to interrupt the thread and to close
 * what the body gave to {@link #closeOnStop}, such as a pool of processes. A body that computes
 * without ever waiting asks {@link #isStopped} in its loop.
 */
public final class Demo implements AutoCloseable {
  /** How long a demo may take to react before the learner is told that it does not. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  /** What a demo does, with the demo at hand. An {@link InterruptedException} is a normal end. */
  @FunctionalInterface
  public interface Body {
    /** Runs until the work is done or the thread is interrupted. */
    void run(Demo demo) throws Exception;
  }

  /** What a demo does. An {@link InterruptedException} is a normal end. */
  @FunctionalInterface
  public interface Work {
    /** Runs until the work is done or the thread is interrupted. */
    void run() throws Exception;
  }

  private final String name;
  private final Cell cell;
  private final Thread thread;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Deque<AutoCloseable> resources = new ArrayDeque<>();
  private boolean stopped;

  Demo(String name, Cell cell, Body body) {
    this.name = name;
    this.cell = cell;
    this.thread = Thread.ofPlatform().daemon().name("demo " + name).unstarted(() -> run(body));
  }

  void start() {
    thread.start();
  }

  /** Returns the name; a new demo of the same name replaces this one. */
  public String name() {
    return name;
  }

  /** Says whether the body still runs. */
  public boolean isRunning() {
    return ended.getCount() > 0;
  }

  /** Says whether the demo has been told to stop. */
  public synchronized boolean isStopped() {
    return stopped;
  }

  /** Has {@code resource} closed when the demo is stopped or ends; at once if it is stopped. */
  public <T extends AutoCloseable> T closeOnStop(T resource) {
    boolean late;
    synchronized (this) {
      late = stopped || !isRunning();
      if (!late) {
        resources.push(resource);
      }
    }
    if (late) {
      close(resource);
    }
    return resource;
  }

  /** Tells the demo to stop, and returns at once. */
  public void stop() {
    synchronized (this) {
      stopped = true;
    }
    thread.interrupt();
    closeResources();
  }

  /**
   * Waits until the body has ended.
   *
   * @return whether it has
   */
  public boolean await(Duration patience) throws InterruptedException {
    return ended.await(patience.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Stops the demo and waits a little for it to end; says so if it does not. */
  @Override
  public void close() {
    stop();
    boolean over = false;
    try {
      over = await(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    cell.printLine(
        over ? Stream.OUT : Stream.ERR,
        over
            ? "Demo '" + name + "' stopped."
            : "Demo '" + name + "' does not react: its loop must wait or ask isStopped().");
  }

  private void run(Body body) {
    try {
      body.run(this);
    } catch (InterruptedException e) {
      // The normal end of a demo that is stopped.
    } catch (Throwable e) {
      if (!isStopped()) {
        report("Demo '" + name + "' ended with an error", e);
      }
    } finally {
      closeResources();
      ended.countDown();
      // Whatever another thread gave between the two.
      closeResources();
    }
  }

  private void closeResources() {
    CellStop.shielded(() -> {
      for (AutoCloseable next = next(); next != null; next = next()) {
        close(next);
      }
    });
  }

  private synchronized @Nullable AutoCloseable next() {
    return resources.poll();
  }

  private void close(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      report("Demo '" + name + "' could not close " + resource, e);
    }
  }

  private void report(String what, Throwable error) {
    StringWriter trace = new StringWriter();
    error.printStackTrace(new PrintWriter(trace, true));
    cell.printLine(Stream.ERR, what + ": " + trace.toString().stripTrailing());
  }

  @Override
  public String toString() {
    return "Demo '" + name + "' " + (isRunning() ? "runs; the stop button ends it" : "has ended");
  }
}
