package interlock.notebook.stop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CellCodeTest {
  private static final String NOTHING = Compiled.NAME + "$Nothing";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "45 | int s = 0; for (int i = 0; i < 10; i++) s += i; return s;",
        "45 | int s = 0, i = 0; do { s += i; } while (++i < 10); return s;",
        "8 | int n = 0; outer: while (true) { while (true) { if (++n > 7) break outer; } } return n;",
        "6 | int n = 0; while (n < 6) { try { n++; continue; } finally { n += 0; } } return n;",
        "9 | int n = 0; for (;;) { try { if (n++ > 7) throw new Error(); }"
            + " catch (Throwable t) { break; } } return n;",
        "3 | Object o = 1; int n = 0; while (n < 3) { switch (o) {"
            + " case Integer i when i > 0 -> { n++; continue; } case String s -> n--;"
            + " default -> n++; } } return n;",
        "55 | return fib(10);",
        "4950 | return IntStream.range(0, 100).map(i -> { int s = 0;"
            + " for (int k = 0; k < i; k++) s++; return s; }).sum();",
        "5 | class Own { int n; Own() { while (n < 5) n++; } } return new Own().n;",
        "10 | long l = 0; double d = 0; Object x = null; for (int i = 0; i < 10; i++) {"
            + " x = i % 2 == 0 ? new ArrayList<Integer>() : new LinkedList<Integer>(); l++; d += l; }"
            + " return (int) l;",
        "2 | return new String(new char[loop(2)]).length();",
        "12 | synchronized (List.of()) { int s = 0; for (String t : List.of(\"ab\", \"cd\")) {"
            + " for (char c : t.toCharArray()) s += c > 'a' ? 4 : 0; } return s; }",
      })
  void codeWithChecks_isValidAndComputesTheSame(int expected, String body) throws Exception {
    Compiled cell =
        new Compiled(
            "static int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }"
                + "static int loop(int n) { int i = 0; while (i < n) i++; return i; }"
                + "public static int run() {"
                + body
                + "}");
    for (byte[] bytes : cell.checked().values()) {
      assertEquals(List.of(), ClassFile.of().verify(bytes));
    }
    assertEquals(expected, cell.run());
  }

  @Test
  void methodWithLoop_hasOneCheckWhereItBeginsAndOneForEachJumpBack() {
    Compiled cell =
        new Compiled("static void run(int n) { while (n > 0) { do n--; while (n > 5); } }");
    assertEquals(3, checks(cell, "run"));
  }

  @Test
  void statementOfJShell_needsNoCheck() {
    Compiled cell = new Compiled("static Object do_it$() { return 1; }");
    assertSame(cell.originals().get(Compiled.NAME), cell.checked().get(Compiled.NAME));
  }

  @Test
  void constructorThatCallsAConstructor_isCheckedWhereItBegins() {
    Compiled cell = new Compiled("$JShell$1(int n) { if (n > 0) new $JShell$1(n - 1); }");
    assertEquals(1, checks(cell, "<init>"));
  }

  @Test
  void classWithoutCode_staysTheSameArray() {
    Compiled cell = new Compiled("interface Nothing { int n(); }");
    assertSame(cell.originals().get(NOTHING), cell.checked().get(NOTHING));
  }

  @Test
  void bytesThatAreNoClass_stayTheSameArray() {
    byte[] none = {1, 2, 3};
    assertSame(none, new CellCode(_ -> null).withChecks(none));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "System.exit(7);",
        "Runtime.getRuntime().exit(7);",
        "Runtime.getRuntime().halt(7);",
        "IntStream.of(7).forEach(System::exit);",
        "IntStream.of(7).forEach(Runtime.getRuntime()::halt);",
      })
  void exit_isRefused(String call) {
    Compiled cell = new Compiled("public static void run() { " + call + " }");
    Throwable thrown = assertThrows(InvocationTargetException.class, cell::run).getCause();
    assertInstanceOf(ExitRefused.class, thrown);
    assertTrue(
        String.valueOf(thrown.getMessage()).contains("(7) was not run"), thrown.getMessage());
  }

  private static long checks(Compiled cell, String method) {
    byte[] bytes = cell.checked().get(Compiled.NAME);
    return ClassFile.of().parse(bytes == null ? new byte[0] : bytes).methods().stream()
        .filter(m -> m.methodName().equalsString(method))
        .flatMap(m -> m.code().stream())
        .flatMap(code -> code.elementStream())
        .filter(e -> e instanceof InvokeDynamicInstruction i && i.name().equalsString("stopCheck"))
        .count();
  }
}
