package interlock.notebook.widget;

import interlock.notebook.Comm;
import interlock.notebook.Comms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One object of the page's widget library, and its state as the kernel knows it.
 *
 * <p>Source: the widget messaging protocol 2.1 of ipywidgets. Safe for use by any thread.
 */
final class Model implements Comm.Receiver {
  private static final String TARGET = "jupyter.widget";
  private static final Map<String, String> PROTOCOL = Map.of("version", "2.1.0");

  private final Kind kind;
  private final PageEvents events;
  private final Map<String, Object> state;
  private final Comm comm;

  /** Makes the object on the page. */
  Model(Comms comms, Kind kind, Map<String, ?> first, PageEvents events) {
    this.kind = kind;
    this.events = events;
    this.state = kind.names();
    state.putAll(first);
    this.comm = comms.open(TARGET, stated(state()), PROTOCOL, this);
  }

  String id() {
    return comm.id();
  }

  /** How other objects name this one in their state. */
  String reference() {
    return "IPY_MODEL_" + id();
  }

  synchronized Map<String, Object> state() {
    return new LinkedHashMap<>(state);
  }

  /** How this object is described to a page that has lost it. */
  Map<String, Object> described() {
    return kind.described(state());
  }

  /** Changes a part of the state, here and on the page. */
  void set(String key, Object value) {
    note(key, value);
    comm.send(message("update", Map.of(key, value)));
  }

  /** Takes over what the page has changed itself. */
  synchronized void note(String key, Object value) {
    state.put(key, value);
  }

  /** Says to this page and any other that its change was taken over. */
  void confirm(String key, Object value, Comm answer) {
    note(key, value);
    answer.send(message("echo_update", Map.of(key, value)));
  }

  void close() {
    comm.close();
  }

  @Override
  public void message(Map<String, Object> data, Comm answer) {
    switch (String.valueOf(data.get("method"))) {
      case "update" -> {
        if (data.get("state") instanceof Map<?, ?> changes) {
          events.changed(this, changes, answer);
        }
      }
      case "request_state" -> answer.send(message("update", state()));
      case "custom" -> {
        if (data.get("content") instanceof Map<?, ?> content
            && "click".equals(content.get("event"))) {
          events.pressed();
        }
      }
      default -> {
        // Nothing that these objects know: a page of another version may say more.
      }
    }
  }

  private static Map<String, Object> message(String method, Map<String, Object> state) {
    Map<String, Object> message = stated(state);
    message.put("method", method);
    return message;
  }

  private static Map<String, Object> stated(Map<String, Object> state) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("state", state);
    message.put("buffer_paths", List.of());
    return message;
  }
}
