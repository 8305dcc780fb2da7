package interlock.notebook.lesson;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The file that keeps what was run: cell ids by notebook. Nothing that goes wrong here matters. */
final class VisitedFile {
  private static final String STATE = ".interlock";
  private static final long MOST_BYTES = 4_000_000;

  private final @Nullable Path state;

  private VisitedFile(@Nullable Path state) {
    this.state = state;
  }

  /**
   * The file in the given state folder, else in the nearest {@code .interlock} above the notebook;
   * where there is none, nothing is kept.
   */
  static VisitedFile of(@Nullable Path state, @Nullable Path notebook) {
    return new VisitedFile(state != null ? state : above(notebook));
  }

  /** Returns what a notebook is called in the file, so that the house may be moved as a whole. */
  String key(Path notebook) {
    Path path = notebook.toAbsolutePath().normalize();
    Path house = state == null ? null : state.getParent();
    Path name = house != null && path.startsWith(house) ? house.relativize(path) : path;
    return name.toString().replace('\\', '/');
  }

  /** Returns the cells of every notebook; none where the file is missing or damaged. */
  Map<String, Set<String>> read() {
    Map<String, Set<String>> cells = new TreeMap<>();
    try {
      Path file = file();
      if (file != null && Files.size(file) <= MOST_BYTES) {
        JsonObject found = JsonParser.object().from(Files.readString(file));
        found.forEach((notebook, ids) -> cells.put(notebook, texts(ids)));
      }
    } catch (IOException | JsonParserException | StackOverflowError e) {
      return new TreeMap<>();
    }
    return cells;
  }

  /** Adds to the cells of a notebook, in one step for whoever reads. */
  void add(Path notebook, Set<String> cells) {
    Path file = file();
    if (file == null) {
      return;
    }
    Map<String, Set<String>> all = read();
    all.computeIfAbsent(key(notebook), key -> new TreeSet<>()).addAll(cells);
    try {
      write(file, JsonWriter.indent(" ").string().value(all).done());
    } catch (IOException | SecurityException e) {
      // A folder that may not be written: the marks of this session are in memory.
      return;
    }
  }

  private static void write(Path file, String text) throws IOException {
    Path folder = Files.createDirectories(file.resolveSibling(""));
    Path half = Files.createTempFile(folder, "visited", ".new");
    try {
      Files.writeString(half, text + "\n");
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(half);
    }
  }

  private @Nullable Path file() {
    return state == null ? null : state.resolve("learner").resolve("visited.json");
  }

  private static @Nullable Path above(@Nullable Path notebook) {
    for (Path at = notebook; at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve(STATE))) {
        return at.resolve(STATE);
      }
    }
    return null;
  }

  private static Set<String> texts(@Nullable Object ids) {
    JsonArray list = ids instanceof JsonArray array ? array : new JsonArray();
    return list.stream()
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
