package interlock.gil.real;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Threads that play in an interpreter, and that are never left behind. */
final class JvmThreads implements AutoCloseable {
  /** What a thread does between {@link Interpreter#enter} and {@link Interpreter#leave}. */
  interface Body {
    void run() throws InterruptedException;
  }

  private final Interpreter interpreter;
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  JvmThreads(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  /** Runs bodies at once and returns the nanoseconds from the first start to the last end. */
  static long time(Interpreter interpreter, List<? extends Body> bodies)
      throws InterruptedException {
    long begin = System.nanoTime();
    try (JvmThreads threads = new JvmThreads(interpreter)) {
      for (Body body : bodies) {
        threads.start(body);
      }
      threads.join();
    }
    return System.nanoTime() - begin;
  }

  /** Starts a thread that plays in the interpreter. */
  void start(Body body) {
    startOutside(() -> {
      try {
        interpreter.enter();
        body.run();
      } finally {
        interpreter.leave();
      }
    });
  }

  /** Starts a thread that needs no lock. */
  void startOutside(Body body) {
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .name("interlock-gil-" + threads.size())
            .unstarted(() -> run(body));
    threads.add(thread);
    thread.start();
  }

  private void run(Body body) {
    try {
      body.run();
    } catch (InterruptedException stopped) {
      // Whoever interrupted knows.
    } catch (RuntimeException | Error failed) {
      failure.compareAndSet(null, failed);
      threads.forEach(Thread::interrupt);
    }
  }

  /**
   * Waits for all.
   *
   * @throws IllegalStateException if one failed
   */
  void join() throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
    Throwable failed = failure.get();
    if (failed != null) {
      throw new IllegalStateException("A thread failed: " + failed, failed);
    }
  }

  /** Stops those that run, and waits until they have ended. */
  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException again) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
