package io.github.spencerpark.ijava;

import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.channels.JupyterSocket;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/** The kernel's main class, and the way for a library to find the kernel it runs in. */
public final class IJava {
  private static @Nullable JavaKernel kernel;

  private IJava() {}

  /** Returns the kernel of this JVM, or null while there is none. */
  public static @Nullable JavaKernel getKernelInstance() {
    return kernel;
  }

  /** Runs a kernel; the argument is Jupyter's connection file. */
  public static void main(String[] args) throws Exception {
    JupyterSocket.JUPYTER_LOGGER.setLevel(Level.WARNING);
    JupyterConnection connection =
        new JupyterConnection(KernelConnectionProperties.parse(Files.readString(Path.of(args[0]))));
    kernel = new JavaKernel();
    kernel.becomeHandlerForConnection(connection);
    connection.connect();
    connection.waitUntilClose();
    System.exit(0);
  }
}
