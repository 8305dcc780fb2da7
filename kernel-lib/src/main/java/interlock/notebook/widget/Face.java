package interlock.notebook.widget;

import interlock.notebook.Comm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** One showing of a control: it takes the page's changes, and shows those made elsewhere. */
final class Face<T> implements PageEvents {
  private final ControlState<T> control;
  private final Board board;
  private final Latest listening;
  private final List<Model> models = new CopyOnWriteArrayList<>();

  Face(ControlState<T> control, Board board) {
    this.control = control;
    this.board = board;
    String name = "change of " + control.label();
    this.listening = new Latest(board.place(), name, demo -> control.tell(board.place()));
  }

  Board board() {
    return board;
  }

  /** Makes an object that shows the control's value, with its label and style. */
  Model open(Kind kind, Kind style, Map<String, ?> state, Map<String, ?> layout) {
    Map<String, Object> whole = new LinkedHashMap<>(state);
    whole.putIfAbsent("description", control.described());
    whole.put("tooltip", control.tip());
    whole.put("style", board.open(style, style(style)).reference());
    String key = control.key();
    if (!key.isEmpty()) {
      whole.put(key, control.toPage(control.value()));
    }
    Model model = board.open(kind, whole, layout, this);
    models.add(model);
    return model;
  }

  private Map<String, Object> style(Kind style) {
    return style == Kind.BUTTON_STYLE
        ? Map.of()
        : Map.of("description_width", board.labels().css(control));
  }

  @Override
  public void changed(Model model, Map<?, ?> changes, Comm answer) {
    Object sent = changes.get(control.key());
    if (sent == null) {
      return;
    }
    T next = control.fromPage(sent);
    T taken = next == null ? control.value() : next;
    Object shown = control.toPage(taken);
    // What the page links moves by itself; to send it back would fight with the learner's hand.
    models.forEach(mine -> mine.note(control.key(), shown));
    if (same(sent, shown)) {
      model.confirm(control.key(), shown, answer);
    } else {
      models.forEach(mine -> mine.set(control.key(), shown));
    }
    if (next != null) {
      control.take(next, this);
    }
  }

  @Override
  public void pressed() {
    control.pressed(this);
  }

  /** Shows the control's value on the page. */
  void show() {
    if (!control.key().isEmpty()) {
      models.forEach(model -> model.set(control.key(), control.toPage(control.value())));
    }
  }

  /** Changes another part of what is shown. */
  void show(String key, Object value) {
    models.forEach(model -> model.set(key, value));
  }

  /** Tells the listeners, on a thread of their own. */
  void listen() {
    listening.request();
  }

  void leave() {
    control.leave(this);
  }

  /** Numbers in JSON have no types of their own, and a page counts steps in binary. */
  private static boolean same(Object sent, Object shown) {
    if (sent instanceof Number a && shown instanceof Number b) {
      double off = Math.abs(a.doubleValue() - b.doubleValue());
      return off <= 1e-9 * Math.max(1e-3, Math.abs(b.doubleValue()));
    }
    return sent.equals(shown);
  }
}
