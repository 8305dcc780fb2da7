package interlock.view;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Measures nested arrays. What is measured once is remembered, so an array may hold itself. */
final class ArrayShape {
  /**
   * The extent of an array.
   *
   * @param lengths one length an axis; empty if the rows differ
   * @param elements the number of elements in all rows together
   */
  record Extent(List<Integer> lengths, long elements) {}

  private static final Extent UNKNOWN = new Extent(List.of(), 0);

  private final IdentityHashMap<Object, Extent> known = new IdentityHashMap<>();

  /** Returns the extent of an array. */
  static Extent of(Object array) {
    return new ArrayShape().measure(array);
  }

  /** Returns the type and extent in words, such as {@code double[][], 2 × 3}. */
  static String describe(Object array) {
    Extent extent = of(array);
    String type = array.getClass().getTypeName().replaceFirst("^java\\.lang\\.", "") + ", ";
    int length = Array.getLength(array);
    if (extent.lengths().isEmpty()) {
      return type + (length == 1 ? "1 row" : Numbers.count(length) + " rows") + ", jagged";
    }
    if (extent.lengths().size() == 1) {
      return type + Numbers.count(length) + (length == 1 ? " element" : " elements");
    }
    return type + extent.lengths().stream().map(Numbers::count).collect(Collectors.joining(" × "));
  }

  /** Returns true if the array's elements can be arrays themselves, and one of them is. */
  static boolean isNested(Object array) {
    return array instanceof Object[] elements
        && (array.getClass().getComponentType().isArray() || hasArray(elements));
  }

  static boolean isArray(Object value) {
    return value.getClass().isArray();
  }

  private static boolean hasArray(Object[] elements) {
    for (Object element : elements) {
      if (element != null && isArray(element)) {
        return true;
      }
    }
    return false;
  }

  private Extent measure(Object array) {
    int length = Array.getLength(array);
    if (!isNested(array)) {
      return new Extent(List.of(length), length);
    }
    Extent before = known.putIfAbsent(array, UNKNOWN);
    if (before != null) {
      return before;
    }
    Extent extent = nested((Object[]) array);
    known.put(array, extent);
    return extent;
  }

  private Extent nested(Object[] rows) {
    long elements = 0;
    List<Integer> common = List.of();
    boolean regular = rows.length > 0;
    for (int i = 0; i < rows.length; i++) {
      Object row = rows[i];
      Extent extent = row != null && isArray(row) ? measure(row) : new Extent(List.of(), 1);
      elements += extent.elements();
      common = i == 0 ? extent.lengths() : common;
      regular &= !extent.lengths().isEmpty() && extent.lengths().equals(common);
    }
    return new Extent(regular ? prepend(rows.length, common) : lengthsOfNothing(rows), elements);
  }

  private static List<Integer> lengthsOfNothing(Object[] rows) {
    return rows.length == 0 ? List.of(0) : List.of();
  }

  private static List<Integer> prepend(int length, List<Integer> rest) {
    List<Integer> lengths = new ArrayList<>(List.of(length));
    lengths.addAll(rest);
    return lengths;
  }
}
