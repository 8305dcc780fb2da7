package interlock.view;

import java.util.stream.Collectors;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/**
 * The map of the course: every section of every talk, a link where its lesson is ready.
 *
 * @param html one list a talk
 * @param text one line a section
 */
public record CourseMap(String html, String text) implements Picture {
  private static final String STYLE = "<style>" + Theme.css() + "</style>";

  /**
   * Draws the map.
   *
   * @param talks the talks in their order: {@code Talk}, {@code Title}
   * @param coverage the sections: {@code Talk}, {@code Id}, {@code Title}, {@code Notebook} (a path
   *     from the page that shows the map, or empty) and {@code Minutes}
   */
  public static CourseMap of(Table talks, Table coverage) {
    long ready = coverage.stream().filter(CourseMap::isReady).count();
    String summary = "%d of %d sections are ready.".formatted(ready, coverage.rowCount());
    String html =
        talks.stream().map(talk -> talkHtml(talk, coverage)).collect(Collectors.joining());
    String text =
        coverage.stream()
            .map(CourseMap::line)
            .collect(Collectors.joining("\n", summary + "\n", ""));
    return new CourseMap(
        STYLE + "<div class='ilk map'><p>" + summary + "</p>" + html + "</div>", text);
  }

  private static String talkHtml(Row talk, Table coverage) {
    String name = talk.getString("Talk");
    String items =
        coverage.stream()
            .filter(section -> section.getString("Talk").equals(name))
            .map(CourseMap::item)
            .collect(Collectors.joining());
    return "<h4>%s · %s</h4><ul>%s</ul>"
        .formatted(Html.escape(name), Html.escape(talk.getString("Title")), items);
  }

  private static String item(Row section) {
    String id = "<span class='id'>" + Html.escape(section.getString("Id")) + "</span>";
    String title = Html.escape(section.getString("Title"));
    return isReady(section)
        ? "<li class='ready'>%s<a href='%s'>%s</a>%s</li>"
            .formatted(id, href(section), title, minutes(section))
        : "<li class='planned'>%s%s</li>".formatted(id, title);
  }

  private static String minutes(Row section) {
    return section.isMissing("Minutes") ? "" : " · %d min".formatted(section.getInt("Minutes"));
  }

  private static String href(Row section) {
    return Html.escape(section.getString("Notebook"));
  }

  private static String line(Row section) {
    return "%-5s %-45s %s"
        .formatted(
            section.getString("Id"),
            section.getString("Title"),
            isReady(section) ? section.getString("Notebook") : "planned");
  }

  private static boolean isReady(Row section) {
    return !section.getString("Notebook").isEmpty();
  }
}
