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
    assertEquals(Verdict.GO_ON, limit.after(850, true, 0));
    assertEquals(Verdict.GO_ON, limit.after(500, true, 9_000));
  }

  @Test
  void fullCollectionThatLeavesTooMuch_stops() {
    assertEquals(Verdict.STOP, limit.after(851, true, 0));
  }

  @Test
  void slowFullCollection_stopsEarlier() {
    assertEquals(Verdict.STOP, limit.after(501, true, 301));
  }

  @Test
  void quickCollectionThatLeavesTooMuch_asksForAFullOneOnceAStep() {
    assertEquals(Verdict.COLLECT_ALL, limit.after(501, false, 0));
    assertEquals(Verdict.GO_ON, limit.after(530, false, 0));
    assertEquals(Verdict.COLLECT_ALL, limit.after(550, false, 0));
  }

  @Test
  void fullCollectionThatFreesLittle_isNotAskedForAgainAtOnce() {
    assertEquals(Verdict.GO_ON, limit.after(700, true, 0));
    assertEquals(Verdict.GO_ON, limit.after(720, false, 0));
  }

  @Test
  void cellOnAFullHeap_getsHalfOfTheRest() {
    limit.before(900);
    limit.cellBegins();
    assertEquals(Verdict.GO_ON, limit.after(900, true, 0));
    assertEquals(Verdict.GO_ON, limit.after(940, true, 9_000));
    assertEquals(Verdict.STOP, limit.after(960, true, 0));
  }

  @Test
  void cellOnAHeapThatWasFreed_getsTheShare() {
    limit.before(900);
    limit.cellBegins();
    assertEquals(Verdict.GO_ON, limit.after(100, false, 0));
    assertEquals(Verdict.STOP, limit.after(851, true, 0));
  }

  @Test
  void message_saysHowMuchAndWhatToDo() {
    HeapLimit two = new HeapLimit(2_000_000_000L);
    two.after(1_700_000_000L, true, 0);
    assertTrue(two.message().contains("(1.7 of 2.0 GB)"), two.message());
    assertTrue(two.message().contains("INTERLOCK_HEAP=4g"), two.message());
  }

  @Test
  void noHeap_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> new HeapLimit(0));
  }
}
