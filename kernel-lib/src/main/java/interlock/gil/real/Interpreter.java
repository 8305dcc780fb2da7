package interlock.gil.real;

import java.util.concurrent.Callable;

/**
 * What a thread on the JVM asks of the interpreter that it plays in: {@link RealGil} has a lock,
 * {@link Unlocked} has none.
 *
 * <p>A thread calls {@link #enter} first and {@link #leave} last, {@link #check} wherever CPython
 * would look at its eval breaker, and {@link #released} for what CPython does without the lock.
 */
public interface Interpreter {
  /**
   * Begins to run Python: waits for the lock if there is one.
   *
   * @throws InterruptedException if the thread is interrupted; it does not hold the lock then
   */
  void enter() throws InterruptedException;

  /** Ends to run Python; does nothing if the thread does not hold the lock. */
  void leave();

  /**
   * Gives the lock away and takes it again, if another thread asked for it.
   *
   * @throws InterruptedException if the thread is interrupted; it does not hold the lock then
   */
  void check() throws InterruptedException;

  /**
   * Does something without the lock, as CPython does for a call that may block.
   *
   * @throws InterruptedException if the thread is interrupted; it does not hold the lock then
   */
  default <T> T released(Callable<T> action) throws InterruptedException {
    leave();
    try {
      return action.call();
    } catch (InterruptedException | RuntimeException passedOn) {
      throw passedOn;
    } catch (Exception other) {
      throw new IllegalStateException(other);
    } finally {
      enter();
    }
  }
}
