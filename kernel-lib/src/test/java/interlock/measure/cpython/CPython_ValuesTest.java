package interlock.measure.cpython;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that go to Python and come back. */
@Timeout(60)
class CPython_ValuesTest {
  private static @Nullable PythonSession shared;

  @BeforeAll
  static void open() throws InterruptedException {
    shared = Processes.python().session();
  }

  @AfterAll
  static void close() {
    session().close();
  }

  private static PythonSession session() {
    return java.util.Objects.requireNonNull(shared);
  }

  static List<Object> values() {
    return List.of(
        true,
        false,
        0L,
        -1L,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        new BigInteger("9223372036854775808"),
        BigInteger.TEN.pow(5000).negate(),
        0.1,
        -0.0,
        Double.MIN_VALUE,
        Double.NaN,
        Double.NEGATIVE_INFINITY,
        "",
        "ü € 🎲 \0 \n",
        "a lone half: \ud83c",
        List.of(1L, List.of("two", List.of())),
        Map.of("a", List.of(1.5)),
        Map.of(3L, "three"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void value_comesBackAsItWas(Object value) throws InterruptedException {
    assertEquals(value, session().run("x", Map.of("x", value)).value());
  }

  @Test
  void nothingAndBytes_comeBackAsTheyWere() throws InterruptedException {
    Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
    inputs.put("x", Arrays.asList(1L, null));
    assertEquals(Arrays.asList(1L, null), session().run("x", inputs).value());
    byte[] bytes = {0, -1, 127};
    assertArrayEquals(bytes, session().run("x", Map.of("x", bytes)).as(byte[].class));
  }

  @Test
  void javasOwnTypes_becomePythons() throws InterruptedException {
    Map<String, Object> inputs =
        Map.of(
            "i", 1, "f", 0.5f, "numbers", new double[] {1, 2}, "path", java.nio.file.Path.of("a"));
    assertEquals(
        "int float list str",
        session().run("' '.join(type(x).__name__ for x in (i, f, numbers, path))", inputs).value());
  }

  @Test
  void pythonsOwnTypes_becomeJavas() throws InterruptedException {
    assertEquals(List.of(1L, 2L), session().run("(1, 2)").value());
    assertEquals(Map.of("a", 1L), session().run("{'a': True + 0}").value());
    assertInstanceOf(Double.class, session().run("2 / 1").value());
  }

  @Test
  void value_isTheExpressionOrTheResult() throws InterruptedException {
    assertEquals(4L, session().run("  2 + 2\n").value());
    assertEquals(5L, session().run("a = 2\nresult = a + 3").value());
    assertEquals(null, session().run("a = 2").value(), "an old result must not come again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{1, 2}", "object()", "len", "[1, [2, 1j]]", "{1: print}"})
  void valueThatCannotTravel_isNamed(String program) {
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> session().run(program));
    String said = String.valueOf(refused.getMessage());
    assertTrue(said.startsWith("The program ran, but its value cannot come back: it is or"), said);
  }

  @Test
  void valueWithoutEnd_isRefused() {
    IllegalStateException refused =
        assertThrows(
            IllegalStateException.class, () -> session().run("result = []\nresult.append(result)"));
    assertTrue(String.valueOf(refused.getMessage()).contains("nested more than 100 deep"));
  }

  @Test
  void hugeValue_isRefused() throws InterruptedException {
    for (String program : List.of("'x' * 40_000_000", "[0.5] * 9_000_000")) {
      IllegalStateException refused =
          assertThrows(IllegalStateException.class, () -> session().run(program));
      assertTrue(String.valueOf(refused.getMessage()).contains("larger than 32 MiB"));
    }
    assertEquals(1L, session().run("1").value());
  }

  @Test
  void inputThatPythonHasNoEqualOf_isNamed() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> session().run("x", Map.of("x", new Object())));
    assertTrue(String.valueOf(refused.getMessage()).contains("Python has no equal of"));
    List<Object> deep = new ArrayList<>();
    deep.add(deep);
    assertThrows(
        IllegalArgumentException.class, () -> session().run("x", Map.of("x", (Object) deep)));
    assertThrows(
        IllegalArgumentException.class,
        () -> session().run("x", Map.of("x", new byte[Values.MOST_BYTES])));
  }

  @Test
  void inputWithABadName_isRefused() {
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> session().run("1", Map.of("a b", 1)));
    assertTrue(String.valueOf(refused.getMessage()).contains("'a b' is no name"));
  }

  @Test
  void valueOfAnotherType_isNamed() throws InterruptedException {
    PythonResult result = session().run("1");
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> result.as(String.class));
    assertTrue(String.valueOf(refused.getMessage()).contains("is a Long, not a String"));
  }
}
