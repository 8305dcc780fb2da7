package interlock.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ProgressTest {
  private final ManualTimer time = new ManualTimer();
  private final RecordedChannel channel = new RecordedChannel();
  private final Cell cell = new Cell(channel, time);

  private Progress progress(long total) {
    return new Progress(cell, "work", total, time::nanos);
  }

  @Test
  void begun_showsTheCountOnly() {
    assertEquals("work: 0 of 1,000", progress(1000).toString());
  }

  @Test
  void aQuarterDone_showsRateAndTimeLeft() {
    Progress progress = progress(1000);
    time.advance(Duration.ofSeconds(5));
    progress.add(250);
    assertEquals("work: 250 of 1,000 · 50/s · 15 s left", progress.toString());
  }

  @Test
  void allDone_endsByItselfAndShowsHowLong() {
    Progress progress = progress(4);
    time.advance(Duration.ofSeconds(2));
    IntStream.range(0, 4).forEach(i -> progress.step());
    assertEquals("work: 4 of 4 · 2.0/s · done in 2.0 s", progress.toString());
  }

  @Test
  void stepsBeyondTheTotal_areNotShown() {
    Progress progress = progress(10);
    time.advance(Duration.ofSeconds(1));
    progress.add(15);
    assertEquals(10, progress.done());
  }

  @Test
  void closedEarly_saysThatItStopped() {
    Progress progress = progress(10);
    time.advance(Duration.ofSeconds(3));
    progress.step();
    progress.close();
    assertTrue(channel.messages.getLast().endsWith("stopped after 3.0 s"));
  }

  @Test
  void stepsFromManyThreads_areAllCounted() throws InterruptedException {
    Progress progress = progress(8_000);
    Thread[] threads = new Thread[8];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          Thread.ofVirtual().start(() -> IntStream.range(0, 1000).forEach(n -> progress.step()));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(8_000, progress.done());
  }

  @Test
  void noSteps_isDoneAtOnce() {
    assertEquals("work: 0 of 0", progress(0).toString());
  }

  @Test
  void negativeNumbers_areRefusedByName() {
    assertTrue(refusal(() -> progress(-1)).contains("-1"));
    assertTrue(refusal(() -> progress(1).add(-2)).contains("-2"));
  }

  private static String refusal(Executable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  @Test
  void label_isEscaped() {
    String html = new ProgressBar("<script>", 1, 2, Duration.ofSeconds(1), false).html();
    assertFalse(html.contains("<script>"), html);
    assertTrue(html.contains("&lt;script&gt;"), html);
  }

  @Test
  void spans_useTheTwoLargestUnits() {
    assertEquals("0.3 s", ProgressBar.span(0.34));
    assertEquals("59 s", ProgressBar.span(59.4));
    assertEquals("2 min 05 s", ProgressBar.span(125));
    assertEquals("3 h 07 min", ProgressBar.span(3 * 3600 + 7 * 60 + 1));
  }
}
