package interlock.notebook.stop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.notebook.stop.HeapLimit.Verdict;
import org.junit.jupiter.api.Test;

final class HeapLimitTest {
  private final HeapLimit limit = new HeapLimit(1000);

  @Test
  void heapBelowItsShare_goesOn() {
    assertEquals(Verdict.GO_ON, limit.after(800, true));
  }

  @Test
  void fullCollectionThatLeavesTooMuch_stops() {
    assertEquals(Verdict.STOP, limit.after(801, true));
  }

  @Test
  void quickCollectionThatLeavesTooMuch_asksForAFullOneOnceAStep() {
    assertEquals(Verdict.COLLECT_ALL, limit.after(801, false));
    assertEquals(Verdict.GO_ON, limit.after(830, false));
    assertEquals(Verdict.COLLECT_ALL, limit.after(850, false));
  }

  @Test
  void cellOnAFullHeap_getsHalfOfTheRest() {
    limit.after(900, true);
    limit.cellBegins();
    assertEquals(Verdict.GO_ON, limit.after(940, true));
    assertEquals(Verdict.STOP, limit.after(960, true));
  }

  @Test
  void cellAfterTheHeapWasFreed_getsTheShareAgain() {
    limit.after(900, true);
    limit.after(100, true);
    limit.cellBegins();
    assertEquals(Verdict.STOP, limit.after(801, true));
  }

  @Test
  void message_saysHowMuchAndWhatToDo() {
    HeapLimit two = new HeapLimit(2_000_000_000L);
    two.after(1_700_000_000L, true);
    assertTrue(two.message().contains("(1.7 of 2.0 GB)"), two.message());
    assertTrue(two.message().contains("INTERLOCK_HEAP=4g"), two.message());
  }

  @Test
  void noHeap_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> new HeapLimit(0));
  }
}
