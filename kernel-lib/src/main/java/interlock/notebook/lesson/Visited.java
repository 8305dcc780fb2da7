package interlock.notebook.lesson;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Which cells of which notebook the learner has run without an error.
 *
 * <p>It is kept in one small file of the learner's own, {@code learner/visited.json} in the state
 * folder, and is sent nowhere. Jupyter says which notebook a kernel serves ({@code
 * JPY_SESSION_NAME}) and which cell it runs; where it does not, as in a run without a page, nothing
 * is noted. A file that cannot be read or written costs the marks and nothing else.
 *
 * <p>Safe for use by any thread. Two kernels that write in the same instant may lose a mark until
 * the next cell is run.
 */
public final class Visited {
  private static final Visited HERE = of(System.getenv());

  private final @Nullable Path notebook;
  private final VisitedFile file;
  private final Set<String> cells = new TreeSet<>();

  Visited(@Nullable Path notebook, VisitedFile file) {
    this.notebook = notebook;
    this.file = file;
  }

  /** Notes that a cell of this kernel's notebook has run without an error. */
  public static void ran(@Nullable String cell) {
    if (cell != null && HERE.add(cell)) {
      Thread.ofPlatform().daemon().name("interlock-visited").start(HERE::save);
    }
  }

  /**
   * Returns how far the learner is in the notebooks below a folder that has one begun or not: path
   * from the folder with {@code /}, cells run, code cells. Empty where nothing is noted.
   */
  public static Table table(Path notebooks) {
    return HERE.tableOf(notebooks);
  }

  static Visited of(Map<String, String> environment) {
    Path notebook = path(environment.get("JPY_SESSION_NAME"));
    return new Visited(
        notebook, VisitedFile.of(path(environment.get("INTERLOCK_STATE")), notebook));
  }

  /** Returns whether the cell is new. */
  synchronized boolean add(String cell) {
    return notebook != null && cells.add(cell);
  }

  synchronized void save() {
    if (notebook != null) {
      file.add(notebook, cells);
    }
  }

  Table tableOf(Path folder) {
    StringColumn paths = StringColumn.create("Notebook");
    IntColumn run = IntColumn.create("Cells run");
    IntColumn all = IntColumn.create("Cells");
    if (notebook != null) {
      Map<String, Set<String>> seen = seen();
      NotebookCells.below(folder)
          .forEach((path, ids) -> {
            Set<String> mine = seen.getOrDefault(file.key(path), Set.of());
            paths.append(folder.relativize(path).toString().replace('\\', '/'));
            run.append((int) ids.stream().filter(mine::contains).count());
            all.append(ids.size());
          });
    }
    return Table.create("Cells run", paths, run, all);
  }

  private synchronized Map<String, Set<String>> seen() {
    Map<String, Set<String>> seen = file.read();
    if (notebook != null) {
      seen.computeIfAbsent(file.key(notebook), key -> new TreeSet<>()).addAll(cells);
    }
    return seen;
  }

  private static @Nullable Path path(@Nullable String name) {
    try {
      return name == null || name.isBlank() ? null : Path.of(name).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      return null;
    }
  }
}
