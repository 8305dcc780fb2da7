package interlock.parallel.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.parallel.Task;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ChildJvms_RunTest {
  private static final ChildJvms CHILDREN = new ChildJvms();

  @AfterAll
  static void closeChildren() {
    CHILDREN.close();
  }

  private static Task<Long, Set<Long>> pids() {
    return Task.of("pids", 8, 8, piece -> ProcessHandle.current().pid(), TreeSet::new);
  }

  @Test
  void children_standReadyForTheNextRunUntilClosed()
      throws InterruptedException, ExecutionException, TimeoutException {
    Set<Long> first = CHILDREN.run(pids(), 1).value();
    assertEquals(first, CHILDREN.run(pids(), 1).value());
    CHILDREN.close();
    ProcessHandle child = ProcessHandle.of(first.iterator().next()).orElse(null);
    if (child != null) {
      child.onExit().get(30, TimeUnit.SECONDS);
    }
    assertTrue(!first.equals(CHILDREN.run(pids(), 1).value()));
  }

  @Test
  void childThatEnds_isReportedWithItsExitCode() {
    Task<Long, Long> task =
        Task.of(
            "quitting",
            1,
            1,
            piece -> {
              System.err.println("out of coffee");
              Runtime.getRuntime().halt(17);
              return 0L;
            },
            partials -> 0L);
    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> CHILDREN.run(task, 1));
    assertEquals("A child JVM ended with exit code 17: out of coffee", thrown.getMessage());
  }

  @Test
  void unsendableResult_failsInOneSentence() {
    Task<Thread, Long> task =
        Task.of("threads", 1, 1, piece -> Thread.currentThread(), partials -> 0L);
    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> CHILDREN.run(task, 1));
    assertTrue(String.valueOf(thrown.getMessage()).contains("class java.lang.Thread"));
  }

  @Test
  void noResult_failsInOneSentence() {
    Task<String, Long> task =
        Task.of("nulls", 1, 1, piece -> System.getProperty("no such"), partials -> 0L);
    NullPointerException thrown =
        assertThrows(NullPointerException.class, () -> CHILDREN.run(task, 1));
    assertEquals("A piece must return a result, not null", thrown.getMessage());
  }

  @Test
  void exceptionThatCannotBeSent_keepsItsText() {
    Task<Long, Long> task =
        Task.of(
            "unsendable",
            1,
            1,
            piece -> {
              throw new Unsendable();
            },
            partials -> 0L);
    ChildException thrown = assertThrows(ChildException.class, () -> CHILDREN.run(task, 1));
    assertTrue(String.valueOf(thrown.getMessage()).endsWith("Unsendable: with a Thread"));
  }

  @Test
  void printedLines_arriveInTheParent() throws InterruptedException {
    Task<Long, List<Long>> task =
        Task.of(
            "printing",
            2,
            2,
            piece -> {
              System.out.print("π in " + piece.index());
              return piece.from();
            },
            partials -> partials);
    java.io.PrintStream before = System.out;
    java.io.ByteArrayOutputStream printed = new java.io.ByteArrayOutputStream();
    try {
      System.setOut(
          new java.io.PrintStream(printed, true, java.nio.charset.StandardCharsets.UTF_8));
      CHILDREN.run(task, 1);
    } finally {
      System.setOut(before);
    }
    assertEquals("π in 0π in 1", printed.toString(java.nio.charset.StandardCharsets.UTF_8));
  }

  @SuppressWarnings("serial") // that is what this class is for
  private static final class Unsendable extends RuntimeException {
    private final Thread thread = Thread.currentThread();

    @Override
    public String getMessage() {
      return "with a " + thread.getClass().getSimpleName();
    }
  }
}
