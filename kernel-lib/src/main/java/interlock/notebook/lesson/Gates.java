package interlock.notebook.lesson;

import interlock.view.Notice;
import interlock.view.Picture;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The gates that one kernel has shown, so that two different ones cannot share an id.
 *
 * <p>The rule: an id belongs to the cell that showed it first, and that cell may change its gate
 * and run again. Where the front end does not say which cell it runs, an id belongs to its question
 * instead. The same gate in a second place is no clash.
 *
 * <p>Safe for use by any thread.
 */
public final class Gates {
  private record Shown(Gate gate, @Nullable String cell) {}

  private final Map<String, Shown> shown = new HashMap<>();

  /** A kernel that has shown none yet. */
  public Gates() {}

  /**
   * Returns what to show for a gate: its picture, or one sentence that says what is wrong with it.
   *
   * @param cell the id of the cell that asks, or null if nobody says
   */
  public Picture show(String id, String text, @Nullable String cell) {
    Gate gate;
    try {
      gate = Gate.parse(id, text);
    } catch (IllegalArgumentException e) {
      return Notice.wrong(String.valueOf(e.getMessage()));
    }
    return claim(new Shown(gate, cell)) ? GatePicture.of(gate) : Notice.wrong(clash(id));
  }

  private synchronized boolean claim(Shown mine) {
    Shown before = shown.get(mine.gate.id());
    if (before != null && !before.gate.equals(mine.gate) && !sameOwner(before, mine)) {
      return false;
    }
    if (before == null || sameOwner(before, mine)) {
      shown.put(mine.gate.id(), mine);
    }
    return true;
  }

  private static boolean sameOwner(Shown one, Shown other) {
    if (one.cell != null && other.cell != null) {
      return one.cell.equals(other.cell);
    }
    return one.gate.question().equals(other.gate.question());
  }

  private static String clash(String id) {
    return "Two gates have the id %s: give this one another, or restart the kernel if the other is gone."
        .formatted(id);
  }
}
