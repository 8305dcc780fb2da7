package interlock.notebook.stop;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class HeapLimitTest {
  private static final long MB = 1 << 20;
  private final HeapLimit limit = new HeapLimit(1000 * MB);

  @Test
  void heapBelowItsShare_goesOn() {
    assertFalse(limit.passed(850 * MB, 0));
    assertFalse(limit.passed(500 * MB, 9_000));
  }

  @Test
  void fullCollectionThatLeavesTooMuch_stops() {
    assertTrue(limit.passed(851 * MB, 0));
  }

  @Test
  void slowFullCollection_stopsEarlier() {
    assertTrue(limit.passed(501 * MB, 301));
  }

  @Test
  void partialCollectionThatLeavesTooMuch_isDoubtfulOnceAStep() {
    assertFalse(limit.doubtful(500 * MB));
    assertTrue(limit.doubtful(501 * MB));
    assertFalse(limit.passed(501 * MB, 0));
    assertFalse(limit.doubtful(530 * MB));
    assertTrue(limit.doubtful(550 * MB));
  }

  @Test
  void heapThatPassesTheLimitBetweenCollections_isDoubtful() {
    assertFalse(limit.doubtful(400 * MB, 850 * MB));
    assertTrue(limit.doubtful(400 * MB, 851 * MB));
    assertFalse(limit.doubtful(300 * MB, 999 * MB));
  }

  @Test
  void cellOnAFullHeap_getsHalfOfTheRest() {
    limit.cellBegins(900 * MB);
    assertTrue(limit.doubtful(900 * MB));
    assertFalse(limit.passed(900 * MB, 0));
    assertFalse(limit.passed(940 * MB, 9_000));
    assertTrue(limit.passed(960 * MB, 0));
  }

  @Test
  void cellOnAHeapThatWasFreed_getsTheShare() {
    limit.cellBegins(900 * MB);
    assertFalse(limit.doubtful(100 * MB));
    assertTrue(limit.passed(851 * MB, 0));
  }

  @Test
  void newsThatMayComeTooLate_isNear() {
    limit.cellBegins(300 * MB);
    assertFalse(limit.near());
    limit.cellBegins(301 * MB);
    assertTrue(limit.near());
    HeapLimit small = new HeapLimit(400 * MB);
    small.cellBegins(1);
    assertTrue(small.near());
  }

  @Test
  void heapThatALoopMayFillAtOnce_isTight() {
    limit.cellBegins(700 * MB);
    assertFalse(limit.tight());
    limit.cellBegins(701 * MB);
    assertTrue(limit.tight());
    HeapLimit small = new HeapLimit(800 * MB);
    small.cellBegins(200 * MB);
    assertFalse(small.tight());
    small.cellBegins(300 * MB);
    assertTrue(small.tight());
  }

  @Test
  void message_saysHowMuchAndWhatToDo() {
    HeapLimit two = new HeapLimit(2_000_000_000L);
    two.passed(1_700_000_000L, 0);
    assertTrue(two.message().contains("(1.7 of 2.0 GB)"), two.message());
    assertTrue(two.message().contains("INTERLOCK_HEAP=4g"), two.message());
  }

  @Test
  void noHeap_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> new HeapLimit(0));
  }
}
