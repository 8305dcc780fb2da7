package interlock.notebook.widget;

import interlock.notebook.Comms;
import interlock.notebook.Rendering;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that one call has put on the page, to be taken away together. */
final class Board {
  private final Place place;
  private final Comms comms;
  private final Map<String, Model> known;
  private final List<Model> models = new ArrayList<>();
  private final List<Face<?>> faces = new ArrayList<>();
  private volatile Runnable redraw = () -> {};
  private LabelWidth labels = LabelWidth.OWN;

  /**
   * @param known every object of this kernel by its id, kept by this board for its own
   */
  Board(Place place, Comms comms, Map<String, Model> known) {
    this.place = place;
    this.comms = comms;
    this.known = known;
  }

  Place place() {
    return place;
  }

  /** Has these controls begin at one place, when they are made. */
  void align(List<ControlState<?>> controls) {
    labels = LabelWidth.shared(controls);
  }

  LabelWidth labels() {
    return labels;
  }

  /** Makes an object that the page does not change. */
  Model open(Kind kind, Map<String, ?> state) {
    return open(kind, state, PageEvents.NONE);
  }

  synchronized Model open(Kind kind, Map<String, ?> state, PageEvents events) {
    Model model = new Model(comms, kind, state, events);
    models.add(model);
    known.put(model.id(), model);
    return model;
  }

  /** Makes an object with a layout of its own. */
  Model open(Kind kind, Map<String, ?> state, Map<String, ?> layout, PageEvents events) {
    Map<String, Object> whole = new LinkedHashMap<>(state);
    whole.put("layout", open(Kind.LAYOUT, layout).reference());
    return open(kind, whole, events);
  }

  /** Makes a box of objects. */
  Model box(Kind kind, List<Model> children, Map<String, ?> layout) {
    List<String> references = children.stream().map(Model::reference).toList();
    return open(kind, Map.of("children", references), layout, PageEvents.NONE);
  }

  /** Makes a piece of markup that takes the whole width. */
  Model html(String html) {
    String style = open(Kind.HTML_STYLE, Map.of()).reference();
    return open(
        Kind.HTML,
        Map.of("value", html, "style", style, "placeholder", "", "description", ""),
        Map.of("width", "100%", "margin", "0"),
        PageEvents.NONE);
  }

  /** Makes what a control consists of. */
  <T> Model face(ControlState<T> control) {
    Face<T> face = new Face<>(control, this);
    synchronized (this) {
      faces.add(face);
    }
    control.join(face);
    return control.build(face);
  }

  void display(Model root, Rendering standIn) {
    place.display(standIn.asWidget(root.id()));
  }

  void onChange(Runnable action) {
    redraw = action;
  }

  /** A control of this board has a new value. */
  void changed() {
    redraw.run();
  }

  /** Takes everything off the page. */
  synchronized void close() {
    redraw = () -> {};
    faces.forEach(Face::leave);
    models.forEach(model -> {
      known.remove(model.id());
      model.close();
    });
  }
}
