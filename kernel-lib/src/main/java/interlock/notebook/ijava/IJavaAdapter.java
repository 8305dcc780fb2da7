package interlock.notebook.ijava;

import interlock.notebook.Cell;
import interlock.notebook.CellChannel.Stream;
import interlock.notebook.CellStream;
import interlock.notebook.KernelAdapter;
import interlock.notebook.Notebook;
import interlock.notebook.Outbox;
import interlock.notebook.Renderers;
import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.channels.ShellHandler;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageType;
import io.github.spencerpark.jupyter.messages.request.ExecuteRequest;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/**
 * Connects {@code Notebook} to a stock IJava kernel, from the middle of the cell that first calls
 * it.
 *
 * <p>From then on output is gathered, arrives after the cell as well, and values look as {@code
 * Notebook.show} has them.
 */
public final class IJavaAdapter implements KernelAdapter {
  private static final InheritableThreadLocal<@Nullable Cell> OWN = new InheritableThreadLocal<>();

  private final PrintStream out;
  private final PrintStream err;
  private volatile Cell latest;

  private IJavaAdapter(ShellReplyEnvironment running, PrintStream out, PrintStream err) {
    this.out = CellStream.of(Stream.OUT, this::current, out);
    this.err = CellStream.of(Stream.ERR, this::current, err);
    this.latest = new IJavaCell(running, this::takeStreams).cell();
  }

  /**
   * Attaches to the IJava kernel of this JVM.
   *
   * @return null if no cell of such a kernel is running
   * @throws ReflectiveOperationException if the kernel is not built as IJava 1.3.0 is
   */
  public static @Nullable KernelAdapter attach() throws ReflectiveOperationException {
    BaseKernel kernel = IJavaFields.kernel();
    ShellReplyEnvironment running = kernel == null ? null : IJavaFields.runningCell(kernel);
    if (kernel == null || running == null) {
      return null;
    }
    // The streams that IJava puts back after each cell are those of the process.
    IJavaAdapter adapter = new IJavaAdapter(running, System.out, System.err);
    JupyterConnection connection = IJavaFields.connection(running);
    adapter.finish(running);
    adapter.handle(connection);
    kernel
        .getRenderer()
        .createRegistration(Object.class)
        .preferring("text/plain", "text/html", "image/png")
        .register((value, context) -> render(value, context.getOutputContainer()));
    return adapter;
  }

  /** Takes the rest of the running cell over: it began as IJava's. */
  private void finish(ShellReplyEnvironment running) throws ReflectiveOperationException {
    System.out.flush();
    System.err.flush();
    Cell cell = latest;
    cell.printAtOnce();
    running.defer(cell::end);
    IJavaFields.runLast(running, this::takeStreams);
    takeStreams();
  }

  private void handle(JupyterConnection connection) {
    ShellHandler<ExecuteRequest> execute = connection.getHandler(MessageType.EXECUTE_REQUEST);
    connection.setHandler(
        MessageType.EXECUTE_REQUEST, (env, request) -> runCell(execute, env, request));
    stopDemosAfter(connection, MessageType.INTERRUPT_REQUEST);
    stopDemosAfter(connection, MessageType.SHUTDOWN_REQUEST);
  }

  private static <T> void stopDemosAfter(JupyterConnection connection, MessageType<T> type) {
    ShellHandler<T> handler = connection.getHandler(type);
    connection.setHandler(
        type,
        (env, request) -> {
          handler.handle(env, request);
          Notebook.stopDemos();
        });
  }

  private static void render(Object value, DisplayData out) {
    Renderers.render(value).byMimeType().forEach(out::putData);
  }

  private void runCell(
      ShellHandler<ExecuteRequest> execute,
      ShellReplyEnvironment env,
      Message<ExecuteRequest> request) {
    IJavaCell cell = new IJavaCell(env, this::takeStreams);
    latest = cell.cell();
    try {
      execute.handle(cell, request);
    } catch (Error e) {
      // IJava catches exceptions only: an error here would end the thread that answers.
      cell.replyError(e);
    } finally {
      cell.cell().end();
      Outbox.send(cell::resolveDeferrals);
      takeStreams();
    }
  }

  private void takeStreams() {
    System.setOut(out);
    System.setErr(err);
  }

  private Cell current() {
    Cell mine = OWN.get();
    return mine != null ? mine : latest;
  }

  @Override
  public Cell currentCell() {
    return current();
  }

  /** IJava's class loader gives the bytes away as resources, so nobody needs to ask here. */
  @Override
  public byte @Nullable [] classBytes(String className) {
    return null;
  }

  @Override
  public void enter(Cell cell) {
    OWN.set(cell);
  }
}
