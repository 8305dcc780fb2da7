package interlock.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoalescerTest {
  private static final Duration INTERVAL = Duration.ofMillis(16);

  private final ManualTimer timer = new ManualTimer();
  private final List<Integer> published = new ArrayList<>();
  private final List<Long> times = new ArrayList<>();
  private Duration cost = Duration.ZERO;
  private final Coalescer<Integer> coalescer =
      new Coalescer<>(timer, timer::nanos, INTERVAL, this::publish);

  private void publish(int value) {
    published.add(value);
    times.add(timer.nanos());
    timer.spend(cost);
  }

  @Test
  void firstValue_goesOutAtOnce() {
    coalescer.offer(1);
    timer.advance(Duration.ZERO);
    assertEquals(List.of(1), published);
  }

  @Test
  void aThousandValuesInOneSecond_giveAtMostSixtyAndTheLast() {
    for (int i = 0; i < 1000; i++) {
      coalescer.offer(i);
      timer.advance(Duration.ofMillis(1));
    }
    timer.advance(INTERVAL);
    assertTrue(published.size() <= 64, published::toString);
    assertTrue(published.size() >= 55, published::toString);
    assertEquals(999, published.getLast());
  }

  @Test
  void slowPublishing_restsHalfAsLongAsItTook() {
    cost = Duration.ofMillis(100);
    for (int i = 0; i < 500; i++) {
      coalescer.offer(i);
      timer.advance(Duration.ofMillis(1));
    }
    timer.advance(Duration.ofSeconds(1));
    for (int i = 1; i < times.size(); i++) {
      long gap = times.get(i) - times.get(i - 1);
      assertTrue(gap >= cost.plus(cost.dividedBy(2)).toNanos(), times::toString);
    }
    assertEquals(499, published.getLast());
  }

  @Test
  void valueOfferedWhileAnotherIsPublished_waitsForTheInterval() {
    List<Long> seen = new ArrayList<>();
    List<Coalescer<String>> self = new ArrayList<>();
    self.add(
        new Coalescer<>(
            timer,
            timer::nanos,
            INTERVAL,
            value -> {
              seen.add(timer.nanos());
              if (seen.size() < 3) {
                self.getFirst().offer("again");
              }
            }));
    self.getFirst().offer("first");
    timer.advance(Duration.ofSeconds(1));
    assertEquals(List.of(0L, INTERVAL.toNanos(), 2 * INTERVAL.toNanos()), seen);
  }

  @Test
  void flush_publishesWhatWaitsAndNothingTwice() {
    coalescer.offer(1);
    timer.advance(Duration.ZERO);
    coalescer.offer(2);
    coalescer.offer(3);
    coalescer.flush();
    timer.advance(Duration.ofSeconds(1));
    assertEquals(List.of(1, 3), published);
  }

  @Test
  void offerAgain_givesWayToANewerValue() {
    coalescer.offer(2);
    coalescer.offerAgain(1);
    coalescer.flush();
    assertEquals(List.of(2), published);
  }
}
