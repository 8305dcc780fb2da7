package interlock.gil.machine;

import java.util.Arrays;

/**
 * The events to come, earliest first; those of one time in the order in which they were set.
 *
 * <p>Every event has a slot, and a slot one event at most: setting it again moves it. A binary heap
 * of slots with the place of each, so that moving and taking back cost as much as taking out.
 */
final class EventQueue {
  private static final int NOWHERE = -1;

  private int[] heap = new int[64];
  private long[] time = new long[64];
  private long[] order = new long[64];
  private int[] place = filled(64, 0);
  private long orders;
  private int size;

  private static int[] filled(int length, int from) {
    int[] places = new int[length];
    Arrays.fill(places, from, length, NOWHERE);
    return places;
  }

  /** Sets a slot's event. */
  void set(int slot, long at) {
    if (slot >= place.length) {
      grow(slot);
    }
    time[slot] = at;
    order[slot] = orders++;
    int i = place[slot];
    if (i == NOWHERE) {
      i = size++;
    }
    rise(i, slot);
    sink(place[slot], slot);
  }

  /** Takes a slot's event back, if it has one. */
  void cancel(int slot) {
    int i = slot < place.length ? place[slot] : NOWHERE;
    if (i != NOWHERE) {
      removeAt(i, slot);
    }
  }

  boolean isSet(int slot) {
    return slot < place.length && place[slot] != NOWHERE;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Returns the slot of the earliest event; there has to be one. */
  int first() {
    return heap[0];
  }

  long timeOf(int slot) {
    return time[slot];
  }

  /** Takes the earliest event out. */
  void removeFirst() {
    removeAt(0, heap[0]);
  }

  private void removeAt(int i, int slot) {
    place[slot] = NOWHERE;
    int last = heap[--size];
    if (i != size) {
      rise(i, last);
      sink(place[last], last);
    }
  }

  private void rise(int from, int slot) {
    int i = from;
    while (i > 0) {
      int parent = (i - 1) >>> 1;
      int above = heap[parent];
      if (!before(slot, above)) {
        break;
      }
      heap[i] = above;
      place[above] = i;
      i = parent;
    }
    heap[i] = slot;
    place[slot] = i;
  }

  private void sink(int from, int slot) {
    int i = from;
    while (true) {
      int child = 2 * i + 1;
      if (child >= size) {
        break;
      }
      if (child + 1 < size && before(heap[child + 1], heap[child])) {
        child++;
      }
      int below = heap[child];
      if (!before(below, slot)) {
        break;
      }
      heap[i] = below;
      place[below] = i;
      i = child;
    }
    heap[i] = slot;
    place[slot] = i;
  }

  private boolean before(int a, int b) {
    return time[a] != time[b] ? time[a] < time[b] : order[a] < order[b];
  }

  private void grow(int slot) {
    int length = Math.max(slot + 1, 2 * place.length);
    int old = place.length;
    heap = Arrays.copyOf(heap, length);
    time = Arrays.copyOf(time, length);
    order = Arrays.copyOf(order, length);
    place = Arrays.copyOf(place, length);
    Arrays.fill(place, old, length, NOWHERE);
  }
}
