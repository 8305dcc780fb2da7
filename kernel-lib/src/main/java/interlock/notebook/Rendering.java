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
 */
public record Rendering(String text, @Nullable String html, @Nullable String png) {
  static Rendering ofText(String text) {
    return new Rendering(text, null, null);
  }

  /** The same by MIME type, richest last. */
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
