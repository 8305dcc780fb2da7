package interlock.parallel.process;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the bytes of classes are found that exist only in the memory of this process, such as those
 * of notebook cells. Child processes get them from here.
 *
 * <p>Whoever compiles such classes registers a source. The JDK's own jshell needs none: its class
 * loader gives the bytes away as resources.
 */
public final class CellClasses {
  private static final List<Function<String, byte @Nullable []>> SOURCES =
      new CopyOnWriteArrayList<>();

  private CellClasses() {}

  /**
   * Adds a source: a function from a class's binary name, such as {@code REPL.$JShell$11}, to its
   * bytes, or to null if it does not have that class.
   */
  public static void register(Function<String, byte @Nullable []> source) {
    SOURCES.add(source);
  }

  /** Removes a source. */
  public static void unregister(Function<String, byte @Nullable []> source) {
    SOURCES.remove(source);
  }

  /** Returns the bytes of a class from the sources, or else from its loader, or null. */
  static byte @Nullable [] find(String name, @Nullable ClassLoader loader) {
    return SOURCES.stream()
        .map(source -> source.apply(name))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> fromLoader(name, loader));
  }

  private static byte @Nullable [] fromLoader(String name, @Nullable ClassLoader loader) {
    if (loader == null) {
      return null;
    }
    try (InputStream in = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException unreadable) {
      return null;
    }
  }
}
