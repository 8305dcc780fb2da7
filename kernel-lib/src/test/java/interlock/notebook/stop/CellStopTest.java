package interlock.notebook.stop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CellStopTest {
  private static final String BEGIN = "interlock.notebook.stop.Begun.say();";
  private Thread loop = Thread.currentThread();

  @AfterEach
  void waitForTheEnd() throws InterruptedException {
    CellStop.beforeCell();
  }

  @Test
  void loop_endsWhenStopped() throws Exception {
    assertInstanceOf(CellStopped.class, stopped("while (true);"));
  }

  @Test
  void catchAllInLoop_endsWhenStopped() throws Exception {
    assertInstanceOf(
        CellStopped.class,
        stopped("while (true) { try { for (int i = 0; i < 9; i++); } catch (Throwable t) { } }"));
  }

  @Test
  void outOfMemory_isTheErrorThatIsThrown() throws Exception {
    CompletableFuture<Throwable> ended = started("while (true);");
    CellStop.outOfMemory("full");
    assertEquals("java.lang.OutOfMemoryError: full", ended.get().toString());
  }

  @Test
  void cleanUpThatIsShielded_goesOn() throws Exception {
    Compiled cleanUp =
        new Compiled("public static int run() { int i = 0; while (i < 9) i++; return i; }");
    CompletableFuture<Throwable> ended = started("while (true);");
    CellStop.interrupt();
    CellStop.shielded(() -> assertEquals(9, run(cleanUp)));
    assertInstanceOf(CellStopped.class, ended.get());
  }

  @Test
  void heldLoop_waitsUntilItIsLetGo() throws Exception {
    CompletableFuture<Throwable> ended = started("while (true);");
    CellStop.whileHeld(() -> {
      while (loop.getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
    });
    while (loop.getState() != Thread.State.RUNNABLE) {
      Thread.onSpinWait();
    }
    CellStop.interrupt();
    assertInstanceOf(CellStopped.class, ended.get());
  }

  @Test
  void alertLoop_isHeldAndStoppedAsAnyOther() throws Exception {
    CellStop.alert(true);
    heldLoop_waitsUntilItIsLetGo();
    CellStop.alert(false);
  }

  @Test
  void nextCell_isNotStopped() throws Exception {
    stopped("while (true);");
    CellStop.beforeCell();
    assertEquals(
        9,
        new Compiled("public static int run() { int i = 0; while (i < 9) i++; return i; }").run());
  }

  private Throwable stopped(String body) throws Exception {
    CompletableFuture<Throwable> ended = started(body);
    CellStop.interrupt();
    return ended.get();
  }

  private CompletableFuture<Throwable> started(String body) throws InterruptedException {
    Begun.forget();
    Compiled cell = new Compiled("public static void run() {" + BEGIN + body + "}");
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    loop =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              InvocationTargetException thrown =
                  assertThrows(InvocationTargetException.class, cell::run);
              ended.complete(thrown.getCause());
            });
    Begun.await();
    return ended;
  }

  private static Object run(Compiled cell) {
    try {
      return cell.run();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the cell failed", e);
    }
  }
}
