package interlock.notebook.jjava;

import interlock.notebook.stop.CellCode;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The classes that cells have defined, by name: with stop checks for the kernel that loads them,
 * without for another JVM that they are sent to.
 *
 * <p>It takes the place of the map that JJava's loader puts bytes into and defines classes from.
 * Safe for use by any thread, as that one is.
 */
final class CellBytes extends ConcurrentHashMap<String, byte[]> {
  private static final long serialVersionUID = 1;

  private final transient Map<String, byte[]> originals = new ConcurrentHashMap<>();
  private final transient CellCode code;

  private CellBytes(ClassLoader loader) {
    code =
        new CellCode(file -> {
          byte[] own = originals.get(className(file));
          return own == null ? loader.getResourceAsStream(file) : new ByteArrayInputStream(own);
        });
  }

  /** Puts itself into the loader, with the classes that are there already as they are. */
  @SuppressWarnings("unchecked")
  static CellBytes takeOver(Object loaderDelegate) {
    CellBytes bytes = new CellBytes((ClassLoader) Internals.get(loaderDelegate, "classLoader"));
    Map<String, byte[]> before =
        (Map<String, byte[]>) Internals.get(loaderDelegate, "declaredClasses");
    before.forEach(bytes::putOriginal);
    Internals.set(loaderDelegate, "declaredClasses", bytes);
    return bytes;
  }

  /** The bytes as the compiler made them, or null where no cell has defined such a class. */
  byte @Nullable [] original(String name) {
    return originals.get(name);
  }

  @Override
  public byte @Nullable [] put(String name, byte[] bytes) {
    originals.put(name, bytes);
    return super.put(name, code.withChecks(bytes));
  }

  @Override
  public byte @Nullable [] remove(Object name) {
    originals.remove(name);
    return super.remove(name);
  }

  private void putOriginal(String name, byte[] bytes) {
    originals.put(name, bytes);
    super.put(name, bytes);
  }

  private static String className(String file) {
    return file.substring(0, file.length() - ".class".length()).replace('/', '.');
  }
}
