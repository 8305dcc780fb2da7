package interlock.notebook;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value as a front end shows it: always as text, often also as HTML or as a PNG image.
 *
 * @param text plain text, shown where nothing richer can be
 * @param html HTML with every text in it escaped, or null
 * @param png a PNG image in Base64, or null
 * @param widget the id of a widget that a page with widgets shows instead, or null
 */
public record Rendering(
    String text, @Nullable String html, @Nullable String png, @Nullable String widget) {
  /** A value that is no widget. */
  public Rendering(String text, @Nullable String html, @Nullable String png) {
    this(text, html, png, null);
  }

  /** The same, shown as a widget where a page has widgets. */
  public Rendering asWidget(String id) {
    return new Rendering(text, html, png, id);
  }

  static Rendering ofText(String text) {
    return new Rendering(text, null, null);
  }

  /** All but the widget by MIME type, richest last. */
  public Map<String, String> byMimeType() {
    Map<String, String> data = new LinkedHashMap<>();
    data.put("text/plain", text);
    if (html != null) {
      data.put("text/html", html);
    }
    if (png != null) {
      data.put("image/png", png);
    }
    return data;
  }
}
