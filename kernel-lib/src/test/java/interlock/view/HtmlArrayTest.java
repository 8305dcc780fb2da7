package interlock.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HtmlArrayTest {
  private static String text(Object array) {
    return HtmlArray.of(array).text();
  }

  @Test
  void arraysOfEveryKind_areTheGolden() {
    Map<String, Object> arrays = new LinkedHashMap<>();
    arrays.put("int", new int[] {1, -20, 300});
    arrays.put("fractions", new double[][] {{1, 2.5}, {1 / 3.0, Double.NaN}});
    arrays.put("whole fractions", new float[] {1, 2, 3});
    arrays.put("far apart", new double[] {1e-12, 1, 1e20});
    arrays.put("bytes", new byte[] {-1, 0, 127});
    arrays.put("chars", new char[] {'a', '\n', 'π'});
    arrays.put("booleans", new boolean[] {true, false});
    arrays.put("strings", new String[][] {{"a<b", null}, null, {}});
    arrays.put("jagged", new int[][] {{1}, {2, 3}, {}});
    arrays.put("three axes", new int[2][2][3]);
    arrays.put("empty", new int[0]);
    arrays.put("empty rows", new int[3][0]);
    arrays.put("objects", new Object[] {1, "two", 3.0, null, 'c'});
    arrays.put("long line", IntStream.range(0, 60).toArray());
    arrays.put("huge", new double[100][200]);
    arrays.put("huge row", IntStream.range(0, 100_000).toArray());
    String all =
        arrays.entrySet().stream()
            .map(entry -> "-- " + entry.getKey() + "\n" + text(entry.getValue()))
            .collect(Collectors.joining("\n"));
    Golden.assertGolden("arrays.txt", all);
  }

  @Test
  void array_isWellFormedMarkupOfItsText() throws Exception {
    HtmlArray picture = HtmlArray.of(new String[] {"<script>", "&"});
    assertFalse(picture.html().contains("<script"));
    Markup markup = Markup.parse(picture.html());
    assertEquals(
        picture.text(), markup.texts("p").getFirst() + "\n" + markup.texts("pre").getFirst());
    Golden.assertGolden("array.html", Golden.withoutStyle(picture.html()));
  }

  @Test
  void thousandElements_areAllShown() {
    assertFalse(text(new int[1000]).contains("…"));
    assertTrue(text(new int[1001]).contains("…"));
  }

  @Test
  void arrayWithinItself_ends() {
    Object[] self = new Object[2];
    self[0] = self;
    self[1] = 7;
    assertEquals("Object[], 2 rows, jagged\n[[itself]\n 7]", text(self));
  }

  @Test
  void sharedRows_areMeasuredOnce() {
    Object[] rows = {1, 2};
    for (int i = 0; i < 60; i++) {
      rows = new Object[] {rows, rows};
    }
    assertTrue(text(rows).startsWith("Object[], 2 × 2"));
  }

  @Test
  void failingToString_isNamed() {
    Object bad =
        new Object() {
          @Override
          public String toString() {
            throw new IllegalStateException("no");
          }
        };
    assertTrue(text(new Object[] {bad}).contains("toString"));
  }

  @Test
  void endlessToString_isNamed() {
    Object bad =
        new Object() {
          @Override
          public String toString() {
            return "x" + this;
          }
        };
    assertTrue(text(new Object[] {bad}).contains("toString"));
  }

  @Test
  void noArray_isRefused() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> HtmlArray.of("text"));
    assertEquals("Not an array: java.lang.String", e.getMessage());
  }
}
