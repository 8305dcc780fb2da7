package interlock.notebook.jjava;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
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
  /** Messages that may wait for a slow front end: with 64 K characters each, some 30 MB. */
  private static final int MOST_WAITING = 500;

  private KernelMain() {}

  /**
   * Runs a kernel until it is told to shut down.
   *
   * @param args one argument: the path of Jupyter's connection file
   */
  public static void main(String[] args) throws IOException, GeneralSecurityException {
    if (args.length != 1 || !Files.isRegularFile(Path.of(args[0]))) {
      System.err.println("The kernel needs one argument: the connection file that Jupyter wrote.");
      System.exit(2);
    }
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "[%4$.1s %1$tF %1$tT.%1$tL %3$s] %5$s%n");
    JupyterConnection connection =
        new JupyterConnection(KernelConnectionProperties.parse(Files.readString(Path.of(args[0]))));
    BaseKernel kernel = KernelBuilder.build();
    kernel.becomeHandlerForConnection(connection);
    JJavaAdapter adapter = JJavaAdapter.install(kernel);
    adapter.attach(connection);
    Internals.neverDrop(connection.getIOPub(), MOST_WAITING);
    connection.connect();
    start(kernel, adapter);
    connection.waitUntilClose();
    // Threads that a cell left behind must not keep the JVM alive.
    System.exit(0);
  }

  private static void start(BaseKernel kernel, JJavaAdapter adapter) {
    Children.endWithThisProcess();
    Children.endWithParent();
    try {
      Internals.loadVectorModule();
      kernel.onStartup();
    } finally {
      adapter.ready();
    }
  }
}
