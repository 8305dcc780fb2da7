package interlock.notebook.jjava;

import interlock.notebook.Cell;
import interlock.notebook.CellChannel.Stream;
import interlock.notebook.CellLine;
import interlock.notebook.CellStream;
import interlock.notebook.Comms;
import interlock.notebook.KernelAdapter;
import interlock.notebook.Notebook;
import interlock.notebook.Outbox;
import interlock.notebook.stop.CellStop;
import interlock.notebook.stop.MemoryWatch;
import interlock.parallel.Turns;
import interlock.parallel.process.CellClasses;
import java.io.PrintStream;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jshell.JShell;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.ShellHandler;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.publish.PublishError;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;
import org.dflib.jjava.jupyter.messages.request.InspectRequest;
import org.jspecify.annotations.Nullable;

/**
 * Takes JJava's messages over, so that output, interrupts and errors behave alike in every cell.
 *
 * <p>The project's own kernel attaches it before the first message. On a stock JJava kernel it is
 * found as an extension, and attaches itself from the first cell that uses it; the prints of that
 * cell still go JJava's way.
 */
final class JJavaAdapter implements KernelAdapter {
  private static @Nullable JJavaAdapter installed;

  private final BaseKernel kernel;
  private final CellBytes classes;
  private final CellThreads threads = new CellThreads();
  private final JJavaComms comms;
  private final CellSources sources;
  private final CellErrors errors;
  private final Inspection inspection;
  private final CountDownLatch ready = new CountDownLatch(1);
  private final PrintStream out;
  private final PrintStream err;
  private boolean attached;

  /** The button was pressed since the cell has come: it may still wait for the kernel's start. */
  private volatile boolean stopWaiting;

  private JJavaAdapter(BaseKernel kernel) {
    this.kernel = kernel;
    this.comms = new JJavaComms(kernel);
    Object evaluator = Internals.get(kernel, "evaluator");
    Object loader = Internals.get(evaluator, "loaderDelegate");
    classes = CellBytes.takeOver(loader);
    threads.takeOver(Internals.get(evaluator, "execControl"));
    JShell shell = (JShell) Internals.get(kernel, "jShell");
    sources = new CellSources(shell);
    errors = new CellErrors(shell, sources);
    inspection = new Inspection(shell);
    new KeptVariables(shell, name -> classOfCell(loader, name), text -> System.err.println(text));
    out = CellStream.of(Stream.OUT, threads::current, System.out);
    err = CellStream.of(Stream.ERR, threads::current, System.err);
  }

  /** The adapter of this JVM's one kernel, made at the first call. */
  static synchronized JJavaAdapter install(BaseKernel kernel) {
    if (installed == null) {
      installed = new JJavaAdapter(kernel);
      JJavaRenderers.register(kernel.getRenderer());
      Notebook.connect(installed);
      UncaughtErrors.install();
      CellClasses.register(installed::classBytes);
      MemoryWatch.start();
    }
    return installed;
  }

  /** Puts this adapter before the kernel's own handlers. Cells wait until {@link #ready}. */
  synchronized void attach(JupyterConnection connection) {
    attached = true;
    comms.attach(connection);
    ShellHandler<ExecuteRequest> execute = connection.getHandler(MessageType.EXECUTE_REQUEST);
    connection.setHandler(
        MessageType.EXECUTE_REQUEST, (env, request) -> runCell(execute, env, request));
    connection.setHandler(MessageType.INSPECT_REQUEST, this::inspect);
    Answers.whateverIsThrown(connection);
    before(connection, MessageType.COMPLETE_REQUEST, this::awaitReady);
    before(connection, MessageType.IS_COMPLETE_REQUEST, this::awaitReady);
    before(connection, MessageType.SHUTDOWN_REQUEST, Notebook::stopDemos);
    before(connection, MessageType.INTERRUPT_REQUEST, this::stopCells);
    after(connection, MessageType.INTERRUPT_REQUEST, Notebook::stopDemos);
  }

  /** Opens the gate: the default imports are there, so cells may run. */
  void ready() {
    ready.countDown();
  }

  /** Attaches to a stock kernel in the middle of a cell; does nothing where none runs. */
  synchronized void attachToRunningCell() {
    ShellReplyEnvironment env = attached ? null : Internals.runningCell(kernel.getIO());
    if (env != null) {
      ready();
      Cell cell = environment(env).cell();
      cell.printAtOnce();
      threads.begin(cell);
      comms.begin(env.getContext());
      attach((JupyterConnection) Internals.get(env.getShell(), "connection"));
    }
  }

  @Override
  public Cell currentCell() {
    Cell cell = threads.current();
    if (cell == null) {
      attachToRunningCell();
      cell = threads.current();
    }
    if (cell == null) {
      throw new IllegalStateException("No cell has run yet: call this from a cell.");
    }
    return cell;
  }

  @Override
  public byte @Nullable [] classBytes(String className) {
    return classes.original(className);
  }

  @Override
  public synchronized @Nullable Comms comms() {
    return attached ? comms : null;
  }

  @Override
  public void enter(Cell cell) {
    threads.enter(cell);
  }

  @Override
  public @Nullable CellLine cellLine(StackTraceElement frame) {
    return sources.line(frame);
  }

  @Override
  public @Nullable String explain(Throwable thrown) {
    return errors.heading(thrown);
  }

  private void runCell(
      ShellHandler<ExecuteRequest> execute,
      ShellReplyEnvironment env,
      Message<ExecuteRequest> request) {
    stopWaiting = false;
    awaitReady();
    awaitStopped();
    CellEnvironment cell = environment(env);
    sources.begin(nextCount(), request.getContent().getCode());
    errors.begin();
    threads.begin(cell.cell());
    comms.begin(env.getContext());
    if (stopWaiting) {
      threads.interrupt();
    }
    try {
      execute.handle(cell, request);
      errors.notUsable().forEach(text -> System.err.println(text));
    } catch (Error e) {
      // JJava catches exceptions only: an error here would end the thread that answers.
      cell.replyError(errors.ofKernel(e));
    } finally {
      cell.cell().end();
      // A stop that ends toString() interrupts this thread; the reply must not be torn for it.
      Outbox.send(cell::resolveDeferrals);
      takeStreams();
    }
  }

  /** Demos are told and the cell is cancelled first, so that what ends them is no error to them. */
  private void stopCells() {
    stopWaiting = true;
    Notebook.tellDemos();
    threads.interrupt();
    CellStop.interrupt(Turns::endIdle);
  }

  private static void awaitStopped() {
    try {
      CellStop.beforeCell();
      MemoryWatch.beforeCell();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private CellEnvironment environment(ShellReplyEnvironment env) {
    return new CellEnvironment(env, this::takeStreams, this::explain);
  }

  private void inspect(ShellReplyEnvironment env, Message<InspectRequest> request) {
    awaitReady();
    env.setBusyDeferIdle();
    env.reply(inspection.reply(request.getContent()));
  }

  private CellErrors.Shown explain(PublishError error) {
    return errors.explain(error.getErrorName(), error.getErrorMessage(), threads.thrown());
  }

  private static Class<?> classOfCell(Object loader, String name) {
    return (Class<?>) Objects.requireNonNull(Internals.invoke(loader, "findClass", name), name);
  }

  private int nextCount() {
    return ((AtomicInteger) Internals.get(kernel, "executionCount")).get();
  }

  private void takeStreams() {
    System.setOut(out);
    System.setErr(err);
  }

  private void awaitReady() {
    try {
      ready.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static <T> void before(
      JupyterConnection connection, MessageType<T> type, Runnable action) {
    ShellHandler<T> handler = connection.getHandler(type);
    connection.setHandler(
        type,
        (env, request) -> {
          action.run();
          handler.handle(env, request);
        });
  }

  private static <T> void after(
      JupyterConnection connection, MessageType<T> type, Runnable action) {
    ShellHandler<T> handler = connection.getHandler(type);
    connection.setHandler(
        type,
        (env, request) -> {
          handler.handle(env, request);
          action.run();
        });
  }
}
