package interlock.gil.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class EventQueueTest {
  /** An event of the reference: a slot, its time, and when it was set. */
  private record Event(int slot, long at, long order) {}

  private final EventQueue queue = new EventQueue();

  @Test
  void eventsOfOneTime_comeInTheOrderInWhichTheyWereSet() {
    queue.set(7, 10);
    queue.set(3, 10);
    queue.set(5, 10);
    assertEquals("7 3 5", drained());
  }

  @Test
  void slotSetAgain_movesItsEventBehindThoseOfTheSameTime() {
    queue.set(1, 10);
    queue.set(2, 20);
    queue.set(1, 20);
    assertEquals("2 1", drained());
    assertTrue(queue.isEmpty());
  }

  @Test
  void slotCancelled_hasNoEventAnyMore() {
    queue.set(1, 10);
    queue.set(2, 20);
    queue.cancel(1);
    queue.cancel(99_999);
    assertFalse(queue.isSet(1));
    assertFalse(queue.isSet(99_999));
    assertEquals("2", drained());
  }

  @Test
  void randomCalls_agreeWithASortedSet() {
    for (long seed = 1; seed <= 50; seed++) {
      agrees(seed);
    }
  }

  private static void agrees(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    EventQueue queue = new EventQueue();
    TreeSet<Event> sorted =
        new TreeSet<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::order));
    Map<Integer, Event> bySlot = new HashMap<>();
    int slots = 1 + random.nextInt(300);
    for (long order = 0; order < 2_000; order++) {
      int slot = random.nextInt(slots);
      int what = random.nextInt(4);
      if (what == 3 && !sorted.isEmpty()) {
        Event first = sorted.removeFirst();
        bySlot.remove(first.slot());
        assertEquals(first.slot(), queue.first(), "seed " + seed);
        assertEquals(first.at(), queue.timeOf(first.slot()), "seed " + seed);
        queue.removeFirst();
        continue;
      }
      Event old = bySlot.remove(slot);
      if (old != null) {
        sorted.remove(old);
      }
      if (what == 2) {
        queue.cancel(slot);
      } else {
        Event event = new Event(slot, random.nextInt(50), order);
        sorted.add(event);
        bySlot.put(slot, event);
        queue.set(slot, event.at());
      }
      assertEquals(sorted.isEmpty(), queue.isEmpty(), "seed " + seed);
      assertEquals(bySlot.containsKey(slot), queue.isSet(slot), "seed " + seed);
    }
  }

  private String drained() {
    StringBuilder slots = new StringBuilder();
    while (!queue.isEmpty()) {
      slots.append(slots.isEmpty() ? "" : " ").append(queue.first());
      queue.removeFirst();
    }
    return slots.toString();
  }
}
