package interlock.notebook.jjava;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

/**
 * The kernel's own main class: JJava, started in one JVM and answering before its start-up is done.
 *
 * <p>JJava's main class evaluates the default imports first and connects last. This one connects
 * first, so that the handshake with the front end runs beside the imports; what needs them waits.
 */
public final class KernelMain {
  /** Messages that may wait for a slow front end: with 4 M characters at most, some 80 MB. */
  private static final int MOST_WAITING = 20;

  private KernelMain() {}

  /**
   * Runs a kernel until it is told to shut down.
   *
   * @param args one argument: the path of Jupyter's connection file
   */
  public static void main(String[] args)
      throws IOException, GeneralSecurityException, InterruptedException {
    if (args.length != 1 || !Files.isRegularFile(Path.of(args[0]))) {
      System.err.println("The kernel needs one argument: the connection file that Jupyter wrote.");
      System.exit(2);
    }
    Logger.getLogger("").setLevel(Level.WARNING);
    Thread vector = Thread.ofPlatform().start(Internals::loadVectorModule);
    JupyterConnection connection =
        new JupyterConnection(KernelConnectionProperties.parse(Files.readString(Path.of(args[0]))));
    BaseKernel kernel = KernelBuilder.build();
    kernel.becomeHandlerForConnection(connection);
    JJavaAdapter adapter = JJavaAdapter.install(kernel);
    adapter.attach(connection);
    Internals.survive(connection);
    Internals.neverDrop(connection.getIOPub(), MOST_WAITING);
    MessageLoops loops = MessageLoops.connect(connection);
    start(kernel, adapter, vector);
    loops.awaitEnd();
    // Threads that a cell left behind must not keep the JVM alive.
    System.exit(0);
  }

  private static void start(BaseKernel kernel, JJavaAdapter adapter, Thread vector)
      throws InterruptedException {
    Children.endWithThisProcess();
    Children.endWithParent();
    try {
      kernel.onStartup();
      vector.join();
    } finally {
      adapter.ready();
      Guard.startSoon();
    }
  }
}
