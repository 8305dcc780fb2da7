package interlock.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares a text with a file. Run with {@code -Dgolden=rewrite} to write the files anew. */
final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/interlock/view");

  private Golden() {}

  static void assertGolden(String name, String actual) {
    Path file = FOLDER.resolve(name);
    try {
      if ("rewrite".equals(System.getProperty("golden"))) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, actual + "\n");
      }
      assertEquals(
          Files.readString(file), actual + "\n", name + ", or rerun with -Dgolden=rewrite");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the markup without its style sheet, which has tests of its own. */
  static String withoutStyle(String html) {
    return html.replaceAll("(?s)<style>.*?</style>", "<style/>");
  }

  /** Returns a drawing without its style sheet and its places, which depend on the fonts here. */
  static String withoutPlaces(String svg) {
    return withoutStyle(svg)
        .replaceAll(" (x|y|d|width|height|points|viewBox|textLength)=\"[^\"]*\"", "")
        .replaceAll(" lengthAdjust=\"spacingAndGlyphs\"", "")
        .replaceAll("\\bd[0-9a-f]{5,8}([td])\\b", "id-$1");
  }
}
