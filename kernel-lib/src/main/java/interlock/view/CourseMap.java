package interlock.view;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The map of the course: every section of every talk, a link where its lesson is ready, and how far
 * the learner is in it: ○ not begun, ◐ begun, ● all run, in words as well.
 *
 * @param html one list a talk
 * @param text one line a section
 */
public record CourseMap(String html, String text) implements Picture {
  /** How many of a lesson's code cells were run. */
  private record Progress(int run, int cells) {
    boolean begun() {
      return run > 0;
    }

    boolean done() {
      return cells > 0 && run >= cells;
    }

    String sign() {
      return done() ? "●" : begun() ? "◐" : "○";
    }

    String words() {
      String all = cells == 1 ? "its one cell" : "all %d cells".formatted(cells);
      return done()
          ? all + " run"
          : begun() ? "%d of %d cells run".formatted(run, cells) : "not begun";
    }
  }

  /** Draws the map without marks of what was run; see {@link #of(Table, Table, Table)}. */
  public static CourseMap of(Table talks, Table coverage) {
    return of(
        talks,
        coverage,
        Table.create(
            StringColumn.create("Notebook"),
            IntColumn.create("Cells run"),
            IntColumn.create("Cells")));
  }

  /**
   * Draws the map.
   *
   * @param talks the talks in their order: {@code Talk}, {@code Title}
   * @param coverage the sections: {@code Talk}, {@code Id}, {@code Title}, {@code Notebook} (a path
   *     from the page that shows the map, or empty) and {@code Minutes}
   * @param visited how far the learner is: {@code Notebook} as in {@code coverage}, {@code Cells
   *     run} and {@code Cells}; a notebook that is not in it gets no mark
   */
  public static CourseMap of(Table talks, Table coverage, Table visited) {
    Map<String, Progress> progress = new TreeMap<>();
    visited.forEach(row ->
        progress.put(
            row.getString("Notebook"), new Progress(row.getInt("Cells run"), row.getInt("Cells"))));
    return new Drawing(coverage, progress).map(talks);
  }

  /** One map while it is drawn. */
  private record Drawing(Table coverage, Map<String, Progress> progress) {
    CourseMap map(Table talks) {
      String html = talks.stream().map(this::talk).collect(Collectors.joining());
      String lines = coverage.stream().map(this::line).collect(Collectors.joining("\n"));
      return new CourseMap(
          "<div class=\"ilk map\"><style>%s</style>\n<p>%s</p>\n%s</div>"
              .formatted(Theme.css(), summary(), html),
          summary() + "\n" + lines);
    }

    private String summary() {
      long ready = coverage.stream().filter(CourseMap::isReady).count();
      String text = "%d of %d sections are ready.".formatted(ready, coverage.rowCount());
      if (progress.isEmpty()) {
        return text;
      }
      return text
          + " You have begun %d of them and run all of %d."
              .formatted(count(Progress::begun), count(Progress::done));
    }

    private long count(Predicate<Progress> which) {
      return coverage.stream()
          .filter(section -> progress.containsKey(section.getString("Notebook")))
          .filter(section -> which.test(progressOf(section)))
          .count();
    }

    private Progress progressOf(Row section) {
      return progress.getOrDefault(section.getString("Notebook"), new Progress(0, 0));
    }

    private String talk(Row talk) {
      String name = talk.getString("Talk");
      String items =
          coverage.stream()
              .filter(section -> section.getString("Talk").equals(name))
              .map(this::item)
              .collect(Collectors.joining());
      return "<h4>%s · %s</h4>\n<ul>%s</ul>\n"
          .formatted(Html.escape(name), Html.escape(talk.getString("Title")), items);
    }

    private String item(Row section) {
      String id = "<span class=\"id\">" + Html.escape(section.getString("Id")) + "</span>";
      String title = Html.escape(section.getString("Title"));
      return isReady(section)
          ? "<li>%s<a href=\"%s\">%s</a>%s%s</li>\n"
              .formatted(
                  id,
                  Html.escape(section.getString("Notebook")),
                  title,
                  minutes(section),
                  mark(section))
          : "<li class=\"planned\">%s%s</li>\n".formatted(id, title);
    }

    private String mark(Row section) {
      if (!progress.containsKey(section.getString("Notebook"))) {
        return "";
      }
      Progress mine = progressOf(section);
      return "<span class=\"run\"><span aria-hidden=\"true\">%s </span>%s</span>"
          .formatted(mine.sign(), mine.words());
    }

    private String line(Row section) {
      String line =
          "%-5s %-45s %s"
              .formatted(
                  section.getString("Id"),
                  section.getString("Title"),
                  isReady(section) ? section.getString("Notebook") : "planned");
      if (!progress.containsKey(section.getString("Notebook"))) {
        return line;
      }
      Progress mine = progressOf(section);
      return "%s  %s %s".formatted(line, mine.sign(), mine.words());
    }
  }

  private static String minutes(Row section) {
    return section.isMissing("Minutes") ? "" : " · %d min".formatted(section.getInt("Minutes"));
  }

  private static boolean isReady(Row section) {
    return !section.getString("Notebook").isEmpty();
  }
}
