package interlock.gil.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.gil.timeline.Distribution;
import org.junit.jupiter.api.Test;

class SpansTest {
  @Test
  void fewLengths_areAllKept() {
    Spans spans = new Spans();
    for (long i = 1; i <= 100; i++) {
      spans.add(i);
    }
    Distribution found = spans.distribution();
    assertEquals(100, found.count());
    assertEquals(100, found.samples().length);
    assertEquals(1, found.min());
    assertEquals(100, found.max());
  }

  @Test
  void tooManyLengths_areThinnedEvenlyAndCounted() {
    Spans spans = new Spans();
    int number = 3_000_000;
    for (int i = 0; i < number; i++) {
      spans.add(i);
    }
    Distribution found = spans.distribution();
    assertEquals(number, found.count());
    assertTrue(found.samples().length <= 1 << 18, "kept " + found.samples().length);
    assertTrue(found.samples().length > 1 << 16, "kept " + found.samples().length);
    assertEquals(number / 2.0, (double) found.median(), number / 1000.0);
    long[] kept = found.samples();
    for (int i = 1; i < kept.length; i++) {
      assertEquals(kept[1] - kept[0], kept[i] - kept[i - 1]);
    }
  }
}
