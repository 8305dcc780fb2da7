package interlock.notebook.widget;

import interlock.notebook.Comm;
import interlock.notebook.Comms;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The boards of this kernel. A cell that is run again takes its old ones off the page, and a page
 * that is loaded again asks here for what it has lost.
 */
final class Boards implements Comm.Receiver {
  /** Boards on the page at once: a cell whose front end gives it no id never replaces its own. */
  static final int MOST = 100;

  private static final String CONTROL = "jupyter.widget.control";

  private final Map<String, Model> models = new ConcurrentHashMap<>();
  private final Deque<Shown> shown = new ArrayDeque<>();

  private record Shown(Object run, @Nullable String cellId, Board board) {
    boolean isReplacedBy(Place place) {
      return run != place.run() && cellId != null && cellId.equals(place.cellId());
    }
  }

  /** Makes room for something that a cell shows. */
  synchronized Board open(Place place, Comms comms) {
    comms.accept(CONTROL, this);
    for (Shown old : List.copyOf(shown)) {
      if (old.isReplacedBy(place)) {
        close(old);
      }
    }
    if (shown.size() >= MOST) {
      close(shown.getFirst());
    }
    Board board = new Board(place, comms, models);
    shown.add(new Shown(place.run(), place.cellId(), board));
    return board;
  }

  private void close(Shown old) {
    shown.remove(old);
    old.board.close();
  }

  @Override
  public void message(Map<String, Object> data, Comm answer) {
    if ("request_states".equals(data.get("method"))) {
      Map<String, Object> states = new LinkedHashMap<>();
      models.forEach((id, model) -> states.put(id, model.described()));
      answer.send(Map.of("method", "update_states", "states", states, "buffer_paths", List.of()));
    }
  }
}
