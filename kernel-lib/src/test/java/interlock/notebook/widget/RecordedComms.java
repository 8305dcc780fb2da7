package interlock.notebook.widget;

import interlock.notebook.Comm;
import interlock.notebook.Comms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Comms that keep what was sent, and the page that a test plays. */
final class RecordedComms implements Comms {
  final Map<String, Line> open = new LinkedHashMap<>();
  final Map<String, Comm.Receiver> targets = new ConcurrentHashMap<>();
  final List<Map<String, ?>> sent = new ArrayList<>();
  private int number;

  @Override
  public synchronized Comm open(
      String target, Map<String, ?> data, Map<String, ?> metadata, Comm.Receiver receiver) {
    Line line = new Line("comm-" + ++number, state(data), receiver);
    open.put(line.id, line);
    return line;
  }

  @Override
  public synchronized void accept(String target, Comm.Receiver receiver) {
    targets.put(target, receiver);
  }

  /** The open objects of this kind, in the order in which they were made. */
  synchronized List<Line> all(Kind kind) {
    String name = String.valueOf(kind.names().get("_model_name"));
    return open.values().stream()
        .filter(line -> name.equals(line.state.get("_model_name")))
        .toList();
  }

  Line one(Kind kind) {
    List<Line> found = all(kind);
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " objects of kind " + kind);
    }
    return found.getFirst();
  }

  private static Map<String, Object> state(Map<String, ?> data) {
    return map(data.get("state"));
  }

  /** An object in JSON; anything else is none. */
  static Map<String, Object> map(@Nullable Object json) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (json instanceof Map<?, ?> entries) {
      entries.forEach((key, value) -> map.put(String.valueOf(key), value));
    }
    return map;
  }

  /** One object of the page. */
  final class Line implements Comm {
    final Map<String, Object> state;
    final List<String> methods = new ArrayList<>();
    private final String id;
    private final Comm.Receiver receiver;

    Line(String id, Map<String, Object> state, Comm.Receiver receiver) {
      this.id = id;
      this.state = state;
      this.receiver = receiver;
    }

    /** The page sets a part of the state. */
    void set(String key, @Nullable Object value) {
      Map<String, @Nullable Object> change = new LinkedHashMap<>();
      change.put(key, value);
      pageSays(Map.of("method", "update", "state", change, "buffer_paths", List.of()));
    }

    void press() {
      pageSays(Map.of("method", "custom", "content", Map.of("event", "click")));
    }

    void pageSays(Map<String, Object> data) {
      receiver.message(data, this);
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public void send(Map<String, ?> data) {
      sent.add(data);
      methods.add(String.valueOf(data.get("method")));
      state.putAll(state(data));
    }

    @Override
    public void close() {
      open.remove(id);
    }
  }
}
