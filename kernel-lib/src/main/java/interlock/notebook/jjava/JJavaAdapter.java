package interlock.notebook.jjava;

import interlock.notebook.Cell;
import interlock.notebook.CellChannel.Stream;
import interlock.notebook.CellStream;
import interlock.notebook.KernelAdapter;
import interlock.notebook.Notebook;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.ShellHandler;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;
import org.jspecify.annotations.Nullable;

/** Takes JJava's messages over, so that output, interrupts and errors behave in every cell. */
final class JJavaAdapter implements KernelAdapter {
  private static @Nullable JJavaAdapter installed;

  private final Map<?, ?> declaredClasses;
  private final CellThreads threads = new CellThreads();
  private final CountDownLatch ready = new CountDownLatch(1);
  private final PrintStream out;
  private final PrintStream err;

  private JJavaAdapter(BaseKernel kernel) {
    Object evaluator = Internals.get(kernel, "evaluator");
    declaredClasses =
        (Map<?, ?>) Internals.get(Internals.get(evaluator, "loaderDelegate"), "declaredClasses");
    threads.takeOver(Internals.get(evaluator, "execControl"));
    out = CellStream.of(Stream.OUT, threads::current, System.out);
    err = CellStream.of(Stream.ERR, threads::current, System.err);
  }

  /** The adapter of this JVM's one kernel, made at the first call. */
  static synchronized JJavaAdapter install(BaseKernel kernel) {
    if (installed == null) {
      installed = new JJavaAdapter(kernel);
      JJavaRenderers.register(kernel.getRenderer());
      installed.takeStreams();
      Notebook.connect(installed);
    }
    return installed;
  }

  /** Puts this adapter before the kernel's own handlers. */
  void attach(JupyterConnection connection) {
    ShellHandler<ExecuteRequest> execute = connection.getHandler(MessageType.EXECUTE_REQUEST);
    connection.setHandler(
        MessageType.EXECUTE_REQUEST, (env, request) -> runCell(execute, env, request));
    afterStart(connection, MessageType.COMPLETE_REQUEST);
    afterStart(connection, MessageType.INSPECT_REQUEST);
    afterStart(connection, MessageType.IS_COMPLETE_REQUEST);
  }

  /** Opens the gate: the default imports are there, so cells may run. */
  void ready() {
    ready.countDown();
  }

  @Override
  public Cell currentCell() {
    return threads.currentOrThrow();
  }

  @Override
  public byte @Nullable [] classBytes(String className) {
    return (byte[]) declaredClasses.get(className);
  }

  void takeStreams() {
    System.setOut(out);
    System.setErr(err);
  }

  private void runCell(
      ShellHandler<ExecuteRequest> execute,
      ShellReplyEnvironment env,
      Message<ExecuteRequest> request) {
    awaitReady();
    CellEnvironment cell = new CellEnvironment(env, this::takeStreams);
    threads.begin(cell.cell());
    try {
      execute.handle(cell, request);
    } catch (Error e) {
      // JJava catches exceptions only: an error here would end the thread that answers.
      cell.replyError(e);
    } finally {
      cell.cell().end();
      cell.resolveDeferrals();
    }
  }

  private <T> void afterStart(JupyterConnection connection, MessageType<T> type) {
    ShellHandler<T> handler = connection.getHandler(type);
    connection.setHandler(
        type,
        (env, request) -> {
          awaitReady();
          handler.handle(env, request);
        });
  }

  private void awaitReady() {
    try {
      ready.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
