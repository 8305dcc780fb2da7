package interlock.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MemorySamplerTest {
  private static final Duration STEP = Duration.ofMillis(50);

  /** The resident memory of processes, made up. */
  private static final class MadeUp implements ResidentMemory {
    final Map<Long, Long> bytes = new HashMap<>();

    @Override
    public OptionalLong bytes(long pid) {
      Long known = bytes.get(pid);
      return known == null ? OptionalLong.empty() : OptionalLong.of(known);
    }

    @Override
    public Optional<String> missing() {
      return bytes.isEmpty() ? Optional.of("nothing can be seen") : Optional.empty();
    }
  }

  private final ManualClock clock = new ManualClock();
  private final MadeUp resident = new MadeUp();

  private MemorySampler sampler(SamplerRecipe recipe) {
    SamplerRecipe timed = recipe.clock(clock);
    return new MemorySampler(timed, new MemoryLook(timed, resident));
  }

  private void look(MemorySampler sampler) {
    clock.advance(STEP);
    sampler.look();
  }

  @Test
  void looks_becomePointsAtTheirTimes() {
    resident.bytes.put(7L, 100L);
    MemorySampler sampler = sampler(MemorySampler.every(STEP).process("python", 7));
    look(sampler);
    resident.bytes.put(7L, 300L);
    look(sampler);
    resident.bytes.clear();
    look(sampler);
    MemoryRecord record = sampler.record();
    assertEquals(
        List.of(new MemoryPoint(STEP, 100), new MemoryPoint(STEP.multipliedBy(2), 300)),
        record.series("python").points());
    assertEquals(3, record.samples());
    assertEquals(3, record.series(MemorySampler.HEAP_USED).points().size());
    assertEquals("nothing can be seen", record.missing());
    assertEquals(100, record.series("python").bytesAt(STEP.plusMillis(1)));
  }

  @Test
  void marks_keepTheirMoments() {
    MemorySampler sampler = sampler(MemorySampler.every(STEP));
    for (int i = 0; i <= 100; i++) {
      clock.advance(STEP);
      sampler.mark("event " + i);
    }
    List<MemoryMark> marks = sampler.record().marks();
    assertEquals(100, marks.size());
    assertEquals(new MemoryMark(STEP.multipliedBy(2), "event 1"), marks.getFirst());
  }

  @Test
  void gaugeThatThrows_hasNoPointThen() {
    long[] value = {-1};
    MemorySampler sampler =
        sampler(
            MemorySampler.every(STEP)
                .gauge(
                    "mine",
                    () -> {
                      if (value[0] < 0) {
                        throw new IllegalStateException("not yet");
                      }
                      return value[0];
                    }));
    look(sampler);
    assertTrue(sampler.record().find("mine").isEmpty());
    value[0] = 5;
    look(sampler);
    assertEquals(5, sampler.record().series("mine").peak().bytes());
  }

  @Test
  void longRun_keepsItsPeakInBoundedRoom() {
    resident.bytes.put(7L, 1L);
    MemorySampler sampler = sampler(MemorySampler.every(STEP).process("python", 7));
    for (int i = 0; i < 36_000; i++) {
      resident.bytes.put(7L, i == 12_345 ? 999L : 1L);
      look(sampler);
    }
    MemorySeries series = sampler.record().series("python");
    assertTrue(series.points().size() <= Thinned.MOST_POINTS);
    assertEquals(new MemoryPoint(STEP.multipliedBy(12_346), 999), series.peak());
    assertTrue(series.last().at().compareTo(STEP.multipliedBy(35_800)) > 0);
  }

  @Test
  void listener_isToldFiveTimesASecondAndAtTheEnd() {
    List<MemoryRecord> told = new ArrayList<>();
    MemorySampler sampler = sampler(MemorySampler.every(STEP).listener(told::add));
    for (int i = 0; i < 40; i++) {
      look(sampler);
    }
    assertEquals(10, told.size());
    sampler.close();
    assertEquals(11, told.size());
    assertEquals(41, told.getLast().samples());
    sampler.close();
    assertEquals(11, told.size());
  }

  @Test
  void closedSampler_keepsWhatItSaw() {
    MemorySampler sampler = sampler(MemorySampler.every(STEP));
    look(sampler);
    sampler.close();
    clock.advance(Duration.ofHours(1));
    sampler.look();
    assertEquals(STEP, sampler.record().length());
    assertEquals(2, sampler.record().samples());
    assertFalse(sampler.isRunning());
  }

  @Test
  void interval_isBounded() {
    for (Duration bad : List.of(Duration.ofMillis(9), Duration.ZERO, Duration.ofMinutes(2))) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> MemorySampler.every(bad));
      assertTrue(String.valueOf(refused.getMessage()).endsWith("not every " + bad));
    }
  }

  @Test
  void realSampler_seesThisProcessAndEnds() throws InterruptedException {
    CountDownLatch told = new CountDownLatch(3);
    MemorySampler sampler =
        MemorySampler.every(Duration.ofMillis(10)).listener(record -> told.countDown()).start();
    assertTrue(sampler.thread().isDaemon());
    told.await();
    sampler.close();
    sampler.thread().join();
    MemoryRecord record = sampler.record();
    assertNull(record.missing());
    assertTrue(record.series(MemorySampler.PROCESS).peak().bytes() > 10_000_000);
    assertTrue(
        record.series(MemorySampler.HEAP_COMMITTED).peak().bytes()
            >= record.series(MemorySampler.HEAP_USED).points().getFirst().bytes());
  }

  @Test
  void interruptedSampler_ends() throws InterruptedException {
    MemorySampler sampler = MemorySampler.every(Duration.ofMinutes(1)).start();
    sampler.thread().interrupt();
    sampler.thread().join();
    assertFalse(sampler.isRunning());
  }

  @Test
  void children_appearAndDisappear() throws IOException {
    assumeTrue(Path.of("/bin/sleep").toFile().canExecute(), "skipped: no /bin/sleep");
    Process child = new ProcessBuilder("/bin/sleep", "600").start();
    SamplerRecipe recipe = MemorySampler.every(STEP).children().clock(clock);
    MemorySampler sampler =
        new MemorySampler(recipe, new MemoryLook(recipe, ResidentMemory.here()));
    try {
      look(sampler);
      String label =
          sampler.record().series().stream()
              .map(MemorySeries::label)
              .filter(name -> name.endsWith(" " + child.pid()))
              .findFirst()
              .orElseThrow();
      assertTrue(sampler.record().series(MemorySampler.CHILDREN).last().bytes() > 0);
      child.destroyForcibly().onExit().join();
      look(sampler);
      assertEquals(1, sampler.record().series(label).points().size());
      assertEquals(2, sampler.record().series(MemorySampler.CHILDREN).points().size());
    } finally {
      child.destroyForcibly();
    }
  }

  @Test
  void bothSources_agreeOnThisProcess() {
    assumeTrue(ProcMemory.isHere(), "skipped: no /proc");
    long pid = ProcessHandle.current().pid();
    double proc = new ProcMemory().bytes(pid).orElseThrow();
    double oshi = new OshiMemory().bytes(pid).orElseThrow();
    assertEquals(1, oshi / proc, 0.25);
    assertTrue(new ProcMemory().bytes(1L << 30).isEmpty());
    assertTrue(new OshiMemory().bytes(1L << 30).isEmpty());
    assertNotNull(new OshiMemory().missing());
  }

  @Test
  void bytes_areWrittenInBinaryUnits() {
    assertEquals("0 bytes", BinaryBytes.format(0));
    assertEquals("1023 bytes", BinaryBytes.format(1023));
    assertEquals("1.00 KiB", BinaryBytes.format(1024));
    assertEquals("12.5 MiB", BinaryBytes.format(25L << 19));
    assertEquals("128 GiB", BinaryBytes.format(128L << 30));
  }
}
