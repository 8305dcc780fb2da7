package interlock.notebook.jjava;

import interlock.notebook.Renderers;
import interlock.notebook.Rendering;
import java.util.Map;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.Renderer;

/** Has JJava render the values that cells return as {@code Notebook.show} would. */
final class JJavaRenderers {
  private static final String WIDGET = "application/vnd.jupyter.widget-view+json";

  private JJavaRenderers() {}

  /** Registered on {@code Object}, this is reached by every type that JJava has no renderer for. */
  static void register(Renderer renderer) {
    renderer
        .createRegistration(Object.class)
        .preferring("text/plain", "text/html", "image/png")
        .register(JJavaRenderers::render);
  }

  private static void render(Object value, RenderContext context) {
    DisplayData out = context.getOutputContainer();
    Renderers.render(value).byMimeType().forEach(out::putData);
  }

  private static Map<String, Object> widgetView(String id) {
    return Map.of("version_major", 2, "version_minor", 0, "model_id", id);
  }

  static DisplayData toDisplayData(Rendering rendering) {
    DisplayData data = new DisplayData();
    rendering.byMimeType().forEach(data::putData);
    if (rendering.widget() != null) {
      data.putData(WIDGET, widgetView(rendering.widget()));
    }
    return data;
  }
}
