package interlock.notebook.lesson;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The code cells of notebook files, as far as the files can be read. */
final class NotebookCells {
  private NotebookCells() {}

  /** Returns the cell ids of every notebook below a folder; Jupyter's own copies are left out. */
  static Map<Path, Set<String>> below(Path folder) {
    Map<Path, Set<String>> cells = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(file -> file.toString().endsWith(".ipynb") && !hidden(folder.relativize(file)))
          .forEach(file -> cells.put(file, of(file)));
    } catch (IOException | UncheckedIOException e) {
      return cells; // what was found is better than nothing
    }
    return cells;
  }

  /** Returns the ids of the code cells that a learner can run to an end without an error. */
  static Set<String> of(Path file) {
    Set<String> ids = new LinkedHashSet<>();
    try {
      JsonObject notebook = JsonParser.object().from(Files.readString(file));
      for (Object cell : notebook.getArray("cells", new JsonArray())) {
        if (cell instanceof JsonObject code && counts(code)) {
          ids.add(code.getString("id"));
        }
      }
    } catch (IOException | JsonParserException | StackOverflowError e) {
      return Set.of();
    }
    return ids;
  }

  private static boolean counts(JsonObject cell) {
    JsonArray tags = cell.getObject("metadata", new JsonObject()).getArray("tags", new JsonArray());
    return "code".equals(cell.getString("cell_type"))
        && cell.getString("id") != null
        && !tags.contains("raises-exception");
  }

  private static boolean hidden(Path path) {
    for (Path part : path) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }
}
