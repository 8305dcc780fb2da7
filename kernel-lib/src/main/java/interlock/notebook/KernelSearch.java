package interlock.notebook;

import org.jspecify.annotations.Nullable;

/**
 * Finds the kernel that this code runs in, where that kernel does not say so itself.
 *
 * <p>JJava looks for extensions and connects them; IJava knows none. It is named as text, so that
 * this code also loads where there is no IJava.
 */
final class KernelSearch {
  private static final String IJAVA = "io.github.spencerpark.ijava.IJava";
  private static final String ADAPTER = "interlock.notebook.ijava.IJavaAdapter";

  private KernelSearch() {}

  /** The adapter of the kernel of this JVM, or {@code otherwise}. */
  static KernelAdapter here(KernelAdapter otherwise) {
    if (!isThere(IJAVA)) {
      return otherwise;
    }
    try {
      KernelAdapter found = attach();
      return found == null ? otherwise : found;
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      System.err.println(
          "This IJava kernel is not as version 1.3.0 is, so output is plain text: " + e);
      return otherwise;
    }
  }

  private static @Nullable KernelAdapter attach() throws ReflectiveOperationException {
    return (KernelAdapter) Class.forName(ADAPTER).getMethod("attach").invoke(null);
  }

  private static boolean isThere(String name) {
    try {
      Class.forName(name, false, KernelSearch.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
