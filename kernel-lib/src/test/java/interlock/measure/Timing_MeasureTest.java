package interlock.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class Timing_MeasureTest {
  private final AtomicLong clock = new AtomicLong();

  private Timing timing(int repeats) {
    return Timing.repeats(repeats).clock(clock::get);
  }

  private int takes(long nanos) {
    clock.addAndGet(nanos);
    return 42;
  }

  @Test
  void everyRepeat_isOneSample() throws InterruptedException {
    AtomicLong run = new AtomicLong();
    Measurement measured =
        timing(3).warmup(0).measure("work", () -> takes(run.incrementAndGet() * 10));
    assertEquals(Measurement.of("work", nanos(10), nanos(20), nanos(30)), measured);
  }

  @Test
  void warmupRuns_areRunAndNotKept() throws InterruptedException {
    AtomicLong run = new AtomicLong();
    Measurement measured =
        timing(1).warmup(2).measure("work", () -> takes(run.incrementAndGet() * 10));
    assertEquals(List.of(nanos(30)), measured.samples());
  }

  @Test
  void codeWithoutResult_isMeasured() throws InterruptedException {
    List<String> runs = new ArrayList<>();
    Measurement measured =
        timing(2)
            .measure(
                "work",
                () -> {
                  runs.add("run");
                  clock.addAndGet(5);
                });
    assertEquals(List.of(nanos(5), nanos(5)), measured.samples());
    assertEquals(3, runs.size());
  }

  @Test
  void lastValue_comesWithTheMeasurement() throws InterruptedException {
    AtomicLong run = new AtomicLong();
    Timed<Long> timed = timing(3).warmup(1).timed("work", run::incrementAndGet);
    assertEquals(4, timed.value());
    assertEquals(3, timed.measurement().runs());
  }

  @Test
  void listener_seesTheMeasurementGrow() throws InterruptedException {
    List<Integer> sizes = new ArrayList<>();
    timing(3).listener(growing -> sizes.add(growing.runs())).measure("work", () -> takes(1));
    assertEquals(List.of(1, 2, 3), sizes);
  }

  @Test
  void checkedException_passesThrough() {
    IOException thrown =
        assertThrows(
            IOException.class,
            () ->
                timing(3)
                    .measure(
                        "work",
                        () -> {
                          throw new IOException("disk");
                        }));
    assertEquals("disk", thrown.getMessage());
  }

  @Test
  void interrupt_endsTheMeasurementBeforeTheNextRun() {
    List<String> runs = new ArrayList<>();
    assertThrows(
        InterruptedException.class,
        () ->
            timing(5)
                .warmup(0)
                .measure(
                    "work",
                    () -> {
                      runs.add("run");
                      Thread.currentThread().interrupt();
                    }));
    assertEquals(1, runs.size());
    assertFalse(Thread.currentThread().isInterrupted());
  }

  @Test
  void impossibleCounts_areRefusedWithTheirValue() {
    assertTrue(refusal(() -> Timing.repeats(0)).contains("not 0"));
    assertTrue(refusal(() -> Timing.repeats(1).warmup(-2)).contains("-2"));
  }

  private static String refusal(Runnable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }

  private static Duration nanos(long nanos) {
    return Duration.ofNanos(nanos);
  }
}
