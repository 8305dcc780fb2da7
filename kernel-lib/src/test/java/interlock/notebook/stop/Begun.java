package interlock.notebook.stop;

import java.util.concurrent.CountDownLatch;

/**
 * Where compiled code of a test says that it runs; public, since that code is in another package.
 */
public final class Begun {
  private static volatile CountDownLatch latch = new CountDownLatch(1);

  private Begun() {}

  /** Called by the code that is tested. */
  public static void say() {
    latch.countDown();
  }

  static void forget() {
    latch = new CountDownLatch(1);
  }

  static void await() throws InterruptedException {
    latch.await();
  }
}
