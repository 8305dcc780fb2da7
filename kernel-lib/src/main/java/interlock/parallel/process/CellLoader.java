package interlock.parallel.process;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A child's class loader: the child's own class path first, then the parent process. */
final class CellLoader extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  private final Function<String, byte @Nullable []> parentProcess;

  CellLoader(Function<String, byte @Nullable []> parentProcess) {
    super("interlock-cells", CellLoader.class.getClassLoader());
    this.parentProcess = parentProcess;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = parentProcess.apply(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }
}
