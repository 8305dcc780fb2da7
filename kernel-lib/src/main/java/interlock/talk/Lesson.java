package interlock.talk;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a notebook file says of itself in its metadata: {@code "interlock": {"talk", "sections",
 * "title", "minutes"}}.
 *
 * @param path from the notebooks' folder, with {@code /}
 * @param sections the ids that it covers; empty for a notebook that covers none
 * @param minutes how long it takes; 0 if it does not say
 */
record Lesson(String path, String title, List<String> sections, int minutes) {
  Lesson {
    sections = List.copyOf(sections);
  }

  /**
   * Reads {@code file}, whose metadata need not be there.
   *
   * @throws IllegalArgumentException with one sentence if {@code file} is not a notebook, or names
   *     a section by a number
   */
  static Lesson read(Path folder, Path file) {
    String path = folder.relativize(file).toString().replace('\\', '/');
    JsonObject own =
        parse(path, file)
            .getObject("metadata", new JsonObject())
            .getObject("interlock", new JsonObject());
    List<String> sections =
        own.getArray("sections", new JsonArray()).stream().map(id -> text(path, id)).toList();
    return new Lesson(
        path, own.getString("title", path), sections, Math.max(0, own.getInt("minutes", 0)));
  }

  private static String text(String path, @Nullable Object id) {
    if (id instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException(
        "%s names section %s without quotes: write it as text, for 1.10 as a number is 1.1."
            .formatted(path, id));
  }

  private static JsonObject parse(String path, Path file) {
    try {
      return JsonParser.object().from(Files.readString(file));
    } catch (JsonParserException e) {
      throw new IllegalArgumentException(
          "%s is not a notebook: line %d, column %d is not JSON; restore the file or delete it."
              .formatted(path, e.getLinePosition(), e.getCharPosition()),
          e);
    } catch (StackOverflowError e) { // the parser calls itself for each bracket
      throw new IllegalArgumentException(
          "%s is not a notebook: its brackets are nested too deep; restore the file or delete it."
              .formatted(path),
          e);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          "%s is not a notebook: it is not UTF-8 text; restore the file or delete it."
              .formatted(path),
          e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s cannot be read (%s): check its permissions.".formatted(path, e.getMessage()), e);
    }
  }
}
