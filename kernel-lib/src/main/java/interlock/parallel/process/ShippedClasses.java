package interlock.parallel.process;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The classes that children have fetched from this process.
 *
 * <p>As long as they are unchanged the children keep them, compiled code included: a task that is
 * measured again must not start cold each time. Once a cell has defined one of them anew, a new
 * generation begins, and the children fetch all of them again.
 */
final class ShippedClasses {
  private final Map<String, byte[]> sent = new HashMap<>();
  private final Set<String> missing = new HashSet<>();
  private int generation;

  /** Returns the number of the generation that is valid now. */
  synchronized int generation(@Nullable ClassLoader loader) {
    boolean changed =
        sent.entrySet().stream()
            .anyMatch(entry ->
                !Arrays.equals(entry.getValue(), CellClasses.find(entry.getKey(), loader)));
    boolean appeared = missing.stream().anyMatch(name -> CellClasses.find(name, loader) != null);
    if (changed || appeared) {
      sent.clear();
      missing.clear();
      generation++;
    }
    return generation;
  }

  /** Returns the bytes of a class for a child, or null. */
  synchronized @Nullable Bytes fetch(String name, @Nullable ClassLoader loader) {
    byte[] bytes = CellClasses.find(name, loader);
    if (bytes == null) {
      missing.add(name);
    } else {
      sent.put(name, bytes);
    }
    return bytes == null ? null : new Bytes(bytes);
  }
}
