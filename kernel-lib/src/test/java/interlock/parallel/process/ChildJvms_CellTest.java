package interlock.parallel.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.parallel.InPiece;
import interlock.parallel.Run;
import interlock.parallel.Task;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Code and variables of notebook cells in child processes. */
@Timeout(60)
class ChildJvms_CellTest {
  private static final ChildJvms CHILDREN = new ChildJvms();

  private final CellShell shell = new CellShell();

  @AfterEach
  void closeShell() {
    shell.close();
  }

  @AfterAll
  static void closeChildren() {
    CHILDREN.close();
  }

  private Task<?, ?> task(String code) {
    return (Task<?, ?>) Objects.requireNonNull(shell.cell(code));
  }

  private static Object answer(Task<?, ?> task) throws InterruptedException {
    Run<?> run = CHILDREN.run(task, 2);
    return run.value();
  }

  private String refusal(String code) {
    String reason = CHILDREN.unable(task(code)).orElseThrow();
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> CHILDREN.run(task(code), 1));
    assertEquals(reason, refused.getMessage());
    return reason;
  }

  @Test
  void lambdaOfACell_runsInAnotherProcess() throws InterruptedException {
    Task<?, ?> task =
        task(
            """
            Task<Long, Set<Long>> pids = Task.of("pids", 2, 2,
                piece -> ProcessHandle.current().pid(), partials -> new TreeSet<>(partials));
            """);
    assertTrue(!answer(task).equals(java.util.Set.of(ProcessHandle.current().pid())));
  }

  @Test
  void lambda_readsCellVariablesAndCallsCellMethods() throws InterruptedException {
    shell.cell("int factor = 3; long[] offsets = {10, 20}; String name = \"ab\";");
    shell.cell("long scaled(long x) { return factor * x; }");
    Task<?, ?> task =
        task(
            """
            Task<Long, Long> sum = Task.of("sum", 4, 2,
                piece -> scaled(piece.from()) + offsets[piece.index()] + name.length(),
                partials -> partials.get(0) + partials.get(1));
            """);
    assertEquals(10L + 2 + 6 + 20 + 2, answer(task));
  }

  @Test
  void changedVariable_isSentWithTheNextRun() throws InterruptedException {
    shell.cell("int n = 5;");
    Task<?, ?> task =
        task("Task<Integer, Integer> t = Task.of(\"n\", 1, 1, piece -> n, all -> all.get(0));");
    assertEquals(5, answer(task));
    shell.cell("n = 6;");
    assertEquals(6, answer(task));
  }

  @Test
  void redefinedMethod_isSentAnew() throws InterruptedException {
    shell.cell("int f() { return 1; }");
    String code =
        "Task<Integer, Integer> t = Task.of(\"f\", 1, 1, piece -> f(), all -> all.get(0));";
    assertEquals(1, answer(task(code)));
    shell.cell("int f() { return 2; }");
    assertEquals(2, answer(task(code)));
  }

  @Test
  void vectorsOfACell_areThereInTheChild() throws InterruptedException {
    shell.cell("import jdk.incubator.vector.*;");
    Task<?, ?> task =
        task(
            """
            Task<Integer, Integer> t = Task.of("vectors", 1, 1,
                piece -> IntVector.broadcast(IntVector.SPECIES_128, 3)
                    .reduceLanes(VectorOperators.ADD),
                all -> all.get(0));
            """);
    assertEquals(12, answer(task));
  }

  @Test
  void classesOfCells_travelBothWays() throws InterruptedException {
    shell.cell(
        """
        record Range(long from, long to) implements java.io.Serializable {
          Range join(Range other) { return new Range(Math.min(from, other.from), Math.max(to, other.to)); }
        }
        """);
    Task<?, ?> task =
        task(
            """
            Task<Range, String> t = Task.of("ranges", 10, 3,
                piece -> new Range(piece.from(), piece.to()),
                all -> all.stream().reduce(Range::join).get().toString());
            """);
    assertEquals("Range[from=0, to=10]", answer(task));
  }

  @Test
  void capturedValue_travelsWithTheLambda() throws InterruptedException {
    shell.cell(
        """
        Task<Integer, Integer> plus(int extra) {
          return Task.of("plus", 1, 1, piece -> 1 + extra, all -> all.get(0));
        }
        """);
    assertEquals(42, answer(task("plus(41)")));
  }

  @Test
  void exceptionOfACellsClass_arrivesAsItself() {
    shell.cell("class Overheated extends RuntimeException { Overheated() { super(\"99 °C\"); } }");
    Task<?, ?> task =
        task(
            """
            Task<Long, Long> t = Task.of("hot", 2, 2,
                piece -> { if (piece.index() == 1) throw new Overheated(); return 0L; }, all -> 0L);
            """);
    RuntimeException thrown = assertThrows(RuntimeException.class, () -> answer(task));
    assertEquals("Overheated", thrown.getClass().getSimpleName());
    assertEquals("99 °C", thrown.getMessage());
    assertEquals(1, InPiece.of(thrown).orElseThrow().piece().index());
  }

  @Test
  void unsendableVariable_isRefusedByName() {
    shell.cell("Thread helper = new Thread(() -> {});");
    assertEquals(
        "The task reads the cell variable 'helper' of class java.lang.Thread, which cannot be sent"
            + " to a child process: make it inside the task, or choose an engine that works in this"
            + " process",
        refusal(
            "Task<String, String> t = Task.of(\"h\", 1, 1, p -> helper.getName(), all -> \"\");"));
  }

  @Test
  void unsendableVariableThatIsNotRead_doesNotMatter() throws InterruptedException {
    shell.cell("Thread helper = new Thread(() -> {}); int n = 1;");
    Task<?, ?> task =
        task(
            """
            Task<Integer, String> t = Task.of("n", 1, 1, piece -> n, all -> helper.getName() + all);
            """);
    assertTrue(answer(task).toString().endsWith("[1]"));
  }

  @Test
  void unsendableCapturedValue_isRefusedInOneSentence() {
    shell.cell(
        """
        Task<String, String> of(Thread thread) {
          return Task.of("captured", 1, 1, piece -> thread.getName(), all -> all.get(0));
        }
        """);
    assertTrue(
        refusal("of(new Thread())").startsWith("The task uses a value of class java.lang.Thread,"));
  }

  @Test
  void assignedVariable_isRefusedByName() {
    shell.cell("int hits = 0;");
    assertTrue(
        refusal("Task<Integer, Integer> t = Task.of(\"h\", 1, 1, piece -> hits++, all -> 0);")
            .startsWith("The task assigns the cell variable 'hits',"));
  }

  @Test
  void unregisteredClasses_areRefusedInOneSentence() {
    Task<?, ?> task =
        task("Task<Integer, Integer> t = Task.of(\"t\", 1, 1, piece -> 1, all -> 1);");
    shell.close();
    assertTrue(CHILDREN.unable(task).orElseThrow().contains("whose bytes cannot be had"));
  }
}
