package interlock.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorText_OfTest {
  private static final StackTraceElement HALF =
      new StackTraceElement("REPL.$JShell$3", "half", "$JShell$3.java", 7);
  private static final StackTraceElement TOP =
      new StackTraceElement("REPL.$JShell$12B", "do_it$", "$JShell$12B.java", 5);
  private static final List<StackTraceElement> KERNEL =
      List.of(
          new StackTraceElement("jdk.internal.reflect.DirectMethodHandleAccessor", "invoke", "", 1),
          new StackTraceElement("java.lang.reflect.Method", "invoke", "Method.java", 565),
          new StackTraceElement("org.dflib.jjava.kernel.execution.Control", "doInvoke", "", 2),
          new StackTraceElement("java.util.concurrent.FutureTask", "run", "FutureTask.java", 317),
          new StackTraceElement("java.lang.Thread", "run", "Thread.java", 1474));

  private static <T extends Throwable> T at(T thrown, StackTraceElement... frames) {
    List<StackTraceElement> trace = new ArrayList<>(List.of(frames));
    trace.addAll(KERNEL);
    thrown.setStackTrace(trace.toArray(StackTraceElement[]::new));
    return thrown;
  }

  private static StackTraceElement library(String type, String method) {
    return new StackTraceElement(type, method, "X.java", 3);
  }

  @Test
  void framesOfTheKernel_areLeftOut() {
    assertEquals(
        """
        ArithmeticException: / by zero
          a cell, in half
          a cell\
        """,
        ErrorText.of(at(new ArithmeticException("/ by zero"), HALF, TOP)));
  }

  @Test
  void callsOfALibrary_standInOneLine() {
    Throwable thrown =
        at(
            new IllegalStateException("no"),
            library("java.util.stream.Sink", "accept"),
            library("java.util.stream.Pipeline", "toList"),
            TOP);
    assertEquals(
        "IllegalStateException: no\n  java.util.stream.Pipeline.toList (2 calls deep)\n  a cell",
        ErrorText.of(thrown));
  }

  @Test
  void exceptionOfALibraryAlone_showsItsInnermostCalls() {
    StackTraceElement[] many = new StackTraceElement[9];
    for (int i = 0; i < many.length; i++) {
      many[i] = library("some.Library", "call" + i);
    }
    List<String> lines = ErrorText.of(at(new IllegalStateException(), many)).lines().toList();
    assertEquals("  some.Library.call0, line 3", lines.get(1));
    assertEquals("  … 4 more calls", lines.getLast());
  }

  @Test
  void recursion_isCounted() {
    StackTraceElement[] deep = Collections.nCopies(1024, HALF).toArray(StackTraceElement[]::new);
    StackOverflowError thrown = new StackOverflowError();
    thrown.setStackTrace(deep);
    List<String> lines = ErrorText.of(thrown).lines().toList();
    assertEquals(3, lines.size(), lines.toString());
    assertTrue(lines.getFirst().contains("nested too deeply"), lines.toString());
    assertEquals("  … 1,023 more calls of half", lines.getLast());
  }

  @Test
  void longTrace_isShortened() {
    StackTraceElement[] many = new StackTraceElement[100];
    for (int i = 0; i < many.length; i++) {
      many[i] = new StackTraceElement("REPL.$JShell$3", "f" + i, "", 3);
    }
    String text = ErrorText.of(at(new IllegalStateException(), many));
    assertEquals(15, text.lines().count(), text);
    assertTrue(text.contains("  … 87 more calls"), text);
    assertTrue(text.endsWith("  a cell, in f99"), text);
  }

  @Test
  void cause_isToldLikewiseWithoutTheFramesInCommon() {
    Throwable cause = at(new NumberFormatException("x"), HALF, TOP);
    Throwable thrown = at(new IllegalStateException("no number", cause), TOP);
    assertEquals(
        """
        IllegalStateException: no number
          a cell
        because of NumberFormatException: x
          a cell, in half\
        """,
        ErrorText.of(thrown));
  }

  @Test
  void suppressedException_isToldBesides() {
    Throwable thrown = at(new IllegalStateException("one"), TOP);
    thrown.addSuppressed(at(new IllegalArgumentException("two"), HALF, TOP));
    assertTrue(
        ErrorText.of(thrown).contains("\n  besides IllegalArgumentException: two\n"),
        ErrorText.of(thrown));
  }

  @Test
  void causesInACircle_end() {
    Exception one = at(new Exception("one"), TOP);
    one.initCause(at(new Exception("two", one), TOP));
    assertEquals(1, ErrorText.of(one).split("because of", -1).length - 1);
  }

  @Test
  void exceptionWhoseMethodsThrow_isNamed() {
    assertTrue(ErrorText.of(new Hostile()).startsWith("ErrorText_OfTest.Hostile"));
  }

  @Test
  void shellsClassNames_areTakenOutOfMessages() {
    String message =
        "class REPL.$JShell$1$Cat cannot be cast to class REPL.$JShell$2B$Dog"
            + " (REPL.$JShell$1$Cat and REPL.$JShell$2B$Dog are in unnamed module of loader a.B @1)";
    assertEquals(
        "ClassCastException: class Cat cannot be cast to class Dog",
        ErrorText.heading(new ClassCastException(message)));
  }

  @Test
  void interruptedWait_isTheCellInterrupted() {
    assertEquals("The cell was interrupted.", ErrorText.heading(new InterruptedException("sleep")));
  }

  @Test
  void fullMemory_saysHowMuchThereIs() {
    String heading = ErrorText.heading(new OutOfMemoryError("Java heap space"));
    assertTrue(heading.matches("OutOfMemoryError: .* \\(at most [\\d,]+ MB\\)\\. .*"), heading);
  }

  @Test
  void classThatFailedBefore_isNamed() {
    assertEquals(
        "NoClassDefFoundError: the static initialiser of Bank failed before."
            + " Mend the class and define it again.",
        ErrorText.heading(
            new NoClassDefFoundError("Could not initialize class REPL.$JShell$32$Bank")));
  }

  @Test
  void endlessMessage_isCut() {
    String heading = ErrorText.heading(new IllegalStateException("x".repeat(100_000)));
    assertTrue(heading.length() < 2100, () -> "" + heading.length());
    assertFalse(heading.endsWith("x"));
  }

  @SuppressWarnings("serial")
  private static final class Hostile extends RuntimeException {
    @Override
    public String getMessage() {
      throw new IllegalStateException("message");
    }

    @Override
    public synchronized Throwable getCause() {
      throw new IllegalStateException("cause");
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      throw new IllegalStateException("trace");
    }
  }
}
