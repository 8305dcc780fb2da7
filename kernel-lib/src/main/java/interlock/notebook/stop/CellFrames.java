package interlock.notebook.stop;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which threads run code of cells: those with a frame of a class that JShell compiled. */
final class CellFrames {
  private static final String CELL_CLASSES = "REPL.$JShell$";

  private CellFrames() {}

  /** The platform threads that are in a cell's code, or in what it has called; a new set. */
  static Set<Thread> threads() {
    Set<Thread> found = new HashSet<>();
    for (Map.Entry<Thread, StackTraceElement[]> thread : Thread.getAllStackTraces().entrySet()) {
      if (Arrays.stream(thread.getValue())
          .anyMatch(frame -> frame.getClassName().startsWith(CELL_CLASSES))) {
        found.add(thread.getKey());
      }
    }
    return found;
  }
}
