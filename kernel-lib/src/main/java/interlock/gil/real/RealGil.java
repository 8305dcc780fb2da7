package interlock.gil.real;

import interlock.measure.Durations;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A real lock for threads of the JVM that follows the protocol of CPython 3.2 and later: a waiter
 * waits for the switch interval and then asks the holder to drop the lock, unless the lock changed
 * hands meanwhile; a holder that was asked waits until another thread has it.
 *
 * <p>Safe for use by many threads. Nobody waits for ever: a dropper waits only while there is a
 * thread that wants the lock, and a wanting thread that is interrupted wakes the dropper.
 *
 * <p>Source: take_gil and drop_gil of Python/ceval_gil.h, CPython 3.11.
 *
 * <p>Differs from CPython: one mutex guards both conditions; {@link Condition} wakes those who wait
 * in the order in which they came, where glibc lets the one win who is awake; a thread checks where
 * its code calls {@link #check}, not at bytecodes; an interrupt ends a wait for the lock.
 */
public final class RealGil implements Interpreter {
  private final long intervalNanos;
  private final ReentrantLock mutex = new ReentrantLock();
  private final Condition unlocked = mutex.newCondition();
  private final Condition switched = mutex.newCondition();

  private @Nullable Thread holder;
  private @Nullable Thread lastHolder;
  private long switchNumber;
  private long requests;
  private int waiting;
  // Read at every check without the mutex.
  private volatile boolean dropRequest;

  /**
   * A free lock.
   *
   * @param interval the switch interval
   * @throws IllegalArgumentException if it is not positive
   */
  public RealGil(Duration interval) {
    if (!interval.isPositive()) {
      throw new IllegalArgumentException("A switch interval is positive, not " + interval);
    }
    this.intervalNanos = interval.toNanos();
  }

  @Override
  public void enter() throws InterruptedException {
    mutex.lockInterruptibly();
    try {
      if (holder == Thread.currentThread()) {
        throw new IllegalStateException("This thread holds the lock already");
      }
      waiting++;
      try {
        awaitUnlocked();
        take();
      } finally {
        waiting--;
        switched.signalAll();
      }
    } finally {
      mutex.unlock();
    }
  }

  private void awaitUnlocked() throws InterruptedException {
    try {
      while (holder != null) {
        long saved = switchNumber;
        boolean timedOut = unlocked.awaitNanos(intervalNanos) <= 0;
        if (timedOut && holder != null && switchNumber == saved) {
          dropRequest = true;
          requests++;
        }
      }
    } catch (InterruptedException ended) {
      // The signal that this thread may have got belongs to another one now.
      unlocked.signal();
      throw ended;
    }
  }

  private void take() {
    holder = Thread.currentThread();
    if (lastHolder != holder) {
      lastHolder = holder;
      switchNumber++;
    }
    dropRequest = false;
  }

  @Override
  public void leave() {
    mutex.lock();
    try {
      if (holder == Thread.currentThread()) {
        drop();
      }
    } finally {
      mutex.unlock();
    }
  }

  private void drop() {
    Thread self = Thread.currentThread();
    holder = null;
    lastHolder = self;
    unlocked.signal();
    if (dropRequest) {
      dropRequest = false;
      while (lastHolder == self && waiting > 0) {
        switched.awaitUninterruptibly();
      }
    }
  }

  @Override
  public void check() throws InterruptedException {
    if (dropRequest) {
      leave();
      enter();
    } else if (Thread.interrupted()) {
      leave();
      throw new InterruptedException("The program was stopped");
    }
  }

  /** Returns how often the lock went to another thread. */
  public long switches() {
    mutex.lock();
    try {
      return switchNumber;
    } finally {
      mutex.unlock();
    }
  }

  /** Returns how often a thread lost patience and asked for the lock. */
  public long requests() {
    mutex.lock();
    try {
      return requests;
    } finally {
      mutex.unlock();
    }
  }

  /** Returns true if no thread holds the lock and none wants it. */
  public boolean isIdle() {
    mutex.lock();
    try {
      return holder == null && waiting == 0;
    } finally {
      mutex.unlock();
    }
  }

  @Override
  public String toString() {
    return "JVM with a lock, interval " + Durations.format(Duration.ofNanos(intervalNanos));
  }
}
