package interlock.notebook.widget;

import interlock.notebook.Rendering;
import interlock.view.Html;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands for controls where no widget can be: their values in words, and the drawing. */
final class StandIn {
  private StandIn() {}

  static Rendering of(List<? extends ControlState<?>> controls, @Nullable Rendering drawing) {
    String text = controls.stream().map(ControlState::toString).collect(Collectors.joining(" · "));
    String html =
        controls.stream()
            .map(control -> words(control.label(), control.told()))
            .collect(Collectors.joining(" · ", "<p class=\"ilk controls\">", "</p>"));
    return drawing == null
        ? new Rendering(text, html, null)
        : new Rendering(text + "\n" + drawing.text(), html + html(drawing), null);
  }

  /** A rendering as markup, whatever it consists of. */
  static String html(Rendering rendering) {
    if (rendering.html() != null) {
      return rendering.html();
    }
    if (rendering.png() != null) {
      return "<img style=\"max-width:100%%\" src=\"data:image/png;base64,%s\" alt=\"%s\">"
          .formatted(rendering.png(), Html.escape(rendering.text()));
    }
    return "<pre>" + Html.escape(rendering.text()) + "</pre>";
  }

  private static String words(String label, String told) {
    return Html.escape(label) + " <b>" + Html.escape(told) + "</b>";
  }
}
