package interlock.notebook.widget;

import interlock.notebook.Demo;
import interlock.notebook.ErrorText;
import interlock.notebook.Renderers;
import interlock.notebook.Rendering;
import interlock.view.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What stands below controls and is made again when one of them changes. */
final class Drawing {
  private static final Notice STOPPED =
      Notice.info("The drawing was stopped: move a control to draw it again.");

  private final Supplier<?> maker;

  Drawing(Supplier<?> maker) {
    this.maker = maker;
  }

  /**
   * Makes the drawing. Where that fails, a sentence that says so is the drawing.
   *
   * <p>Only what the kernel itself throws to stop a cell leaves here.
   */
  Rendering now() {
    try {
      return Renderers.render(maker.get());
    } catch (Throwable thrown) {
      if (ErrorText.isStop(thrown)) {
        throw thrown;
      }
      return Renderers.render(Notice.wrong("The drawing failed: " + ErrorText.heading(thrown)));
    }
  }

  /** Shows the drawing below the controls. */
  void show(Board board, List<ControlState<?>> controls) {
    Rendering first = now();
    List<Model> children = new ArrayList<>();
    board.align(controls);
    controls.forEach(control -> children.add(board.face(control)));
    Model html = board.html(markup(first));
    children.add(html);
    Latest redraw = new Latest(board.place(), "drawing", demo -> draw(demo, html));
    board.onChange(redraw::request);
    board.display(
        board.box(Kind.VBOX, children, Map.of("width", "100%")), StandIn.of(controls, first));
  }

  private void draw(Demo demo, Model html) {
    String markup = markup(nowOrStopped(demo));
    if (!markup.equals(html.state().get("value"))) {
      html.set("value", markup);
    }
  }

  private Rendering nowOrStopped(Demo demo) {
    try {
      Rendering drawn = now();
      return demo.isStopped() ? Renderers.render(STOPPED) : drawn;
    } catch (Error stop) {
      return Renderers.render(STOPPED);
    }
  }

  /** Below a control, text is set in the lines of a page and not in those of a control. */
  static String markup(Rendering rendering) {
    return "<div style=\"line-height:normal\">" + StandIn.html(rendering) + "</div>";
  }
}
