package interlock.gil.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The real lock: one holder, hand-over by request, and nobody left behind. */
@Timeout(60)
class RealGilTest {
  private final RealGil gil = new RealGil(Duration.ofNanos(200_000));

  @Test
  void threads_neverHoldTogether() throws InterruptedException {
    AtomicInteger holders = new AtomicInteger();
    AtomicBoolean together = new AtomicBoolean();
    List<JvmThreads.Body> bodies = new ArrayList<>();
    for (int number = 0; number < 4; number++) {
      bodies.add(() -> {
        for (int turn = 0; turn < 20_000; turn++) {
          together.compareAndSet(false, holders.incrementAndGet() != 1);
          holders.decrementAndGet();
          gil.check();
          if (turn % 100 == 0) {
            gil.released(() -> true);
          }
        }
      });
    }
    JvmThreads.time(gil, bodies);
    assertFalse(together.get());
    assertTrue(gil.isIdle());
  }

  @Test
  void waiter_getsTheLockOfOneThatOnlyChecks() throws InterruptedException {
    try (JvmThreads threads = new JvmThreads(gil)) {
      CountDownLatch spins = new CountDownLatch(1);
      threads.start(() -> {
        spins.countDown();
        Work.spin(gil);
      });
      spins.await();
      gil.enter();
      gil.leave();
    }
    assertTrue(gil.requests() >= 1, "requests: " + gil.requests());
    assertTrue(gil.isIdle());
  }

  @Test
  void interruptedWaiter_doesNotGetTheLock_andHoldsNobodyUp() throws InterruptedException {
    gil.enter();
    try (JvmThreads threads = new JvmThreads(gil)) {
      threads.start(() -> {});
      while (gil.requests() == 0) {
        Thread.onSpinWait();
      }
    }
    // Asked to drop, with nobody left who wants it: the drop must not wait.
    gil.check();
    gil.leave();
    assertTrue(gil.isIdle());
  }

  @Test
  void interruptedHolder_leavesAtItsNextCheck() throws InterruptedException {
    AtomicBoolean ended = new AtomicBoolean();
    JvmThreads threads = new JvmThreads(gil);
    CountDownLatch spins = new CountDownLatch(1);
    threads.start(() -> {
      spins.countDown();
      try {
        Work.spin(gil);
      } finally {
        ended.set(true);
      }
    });
    spins.await();
    threads.close();
    assertTrue(ended.get());
    assertTrue(gil.isIdle());
  }

  @Test
  void failureOfOneThread_endsTheOthersAndIsTold() {
    IllegalStateException told =
        assertThrows(
            IllegalStateException.class,
            () ->
                JvmThreads.time(
                    gil,
                    List.of(
                        () -> Work.spin(gil),
                        () -> {
                          throw new IllegalArgumentException("broken");
                        })));
    assertTrue(String.valueOf(told.getMessage()).contains("broken"));
    assertTrue(gil.isIdle());
  }

  @Test
  void enterTwice_isRefused() throws InterruptedException {
    gil.enter();
    assertThrows(IllegalStateException.class, gil::enter);
    gil.leave();
    assertTrue(gil.isIdle());
  }

  @Test
  void interval_mustBePositive() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> new RealGil(Duration.ZERO));
    assertEquals("A switch interval is positive, not PT0S", refused.getMessage());
  }
}
