package interlock.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DemosTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final RecordedChannel channel = new RecordedChannel();
  private final Cell cell = new Cell(channel, new ManualTimer());
  private final Demos demos = new Demos();

  private String printed() {
    cell.flush();
    return channel.printed();
  }

  @Test
  void bodyThatWaits_endsWhenAllAreStopped() throws InterruptedException {
    Demo demo = demos.start("waits", cell, d -> new CountDownLatch(1).await());
    assertTrue(demo.isRunning());
    demos.stopAll();
    assertTrue(demo.await(LONG));
    assertEquals("Demo 'waits' stopped.\n", printed());
  }

  @Test
  void bodyThatAsks_endsWithoutAnyWait() throws InterruptedException {
    Demo demo =
        demos.start(
            "asks",
            cell,
            d -> {
              while (!d.isStopped()) {
                Thread.onSpinWait();
              }
            });
    demos.stopAll();
    assertTrue(demo.await(LONG));
  }

  @Test
  void resources_areClosedWhenStopped() throws InterruptedException {
    AtomicInteger closed = new AtomicInteger();
    CountDownLatch opened = new CountDownLatch(1);
    Demo demo =
        demos.start(
            "opens",
            cell,
            d -> {
              d.closeOnStop(closed::incrementAndGet);
              opened.countDown();
              new CountDownLatch(1).await();
            });
    opened.await();
    demo.stop();
    assertTrue(demo.await(LONG));
    assertEquals(1, closed.get());
  }

  @Test
  void resourceOfADemoThatWasStopped_isClosedAtOnce() throws InterruptedException {
    Demo demo = demos.start("ended", cell, d -> {});
    assertTrue(demo.await(LONG));
    demo.stop();
    AtomicInteger closed = new AtomicInteger();
    demo.closeOnStop((AutoCloseable) closed::incrementAndGet);
    assertEquals(1, closed.get());
  }

  @Test
  void sameNameAgain_replacesTheFirst() throws InterruptedException {
    Demo first = demos.start("name", cell, d -> new CountDownLatch(1).await());
    Demo second = demos.start("name", cell, d -> new CountDownLatch(1).await());
    assertFalse(first.isRunning());
    assertTrue(second.isRunning());
    second.stop();
    assertTrue(second.await(LONG));
  }

  @Test
  void bodyThatFails_saysWhatItThrew() throws InterruptedException {
    Demo demo =
        demos.start(
            "fails",
            cell,
            d -> {
              throw new AssertionError("wrong");
            });
    assertTrue(demo.await(LONG));
    demos.stopAll();
    String printed = printed();
    String expected = "Demo 'fails' ended with an error:\nAssertionError: wrong\n";
    assertTrue(printed.startsWith(expected), printed);
  }

  @Test
  void resourceThatCannotBeClosed_saysSoAndTheRestIsClosed() throws InterruptedException {
    AtomicInteger closed = new AtomicInteger();
    Demo demo =
        demos.start(
            "closes",
            cell,
            d -> {
              d.closeOnStop(closed::incrementAndGet);
              d.closeOnStop(() -> {
                throw new IllegalStateException("stuck");
              });
            });
    assertTrue(demo.await(LONG));
    demo.close();
    assertEquals(1, closed.get());
    assertTrue(printed().contains("stuck"));
  }
}
