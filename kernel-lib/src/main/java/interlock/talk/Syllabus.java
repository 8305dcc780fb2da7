package interlock.talk;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The sections of the five talks, and which notebook covers each.
 *
 * <p>Source: the resources {@code syllabus.csv} and {@code talks.csv}, which the check of the
 * notebooks reads as well.
 */
public final class Syllabus {
  private Syllabus() {}

  /** Returns every section in order: talk, id, title, what you see. */
  public static Table table() {
    return asTable("Syllabus", sections().stream());
  }

  /** Returns the five talks: talk, title, speakers, occasion. */
  public static Table talks() {
    return Sheet.read("talks.csv", "The talks");
  }

  /**
   * Returns the sections of one talk, as {@link #table()} has them.
   *
   * @param talk one of the five names in {@link #talks()}, such as "talk1"
   * @throws IllegalArgumentException if there is no such talk; names the nearest
   */
  public static Table talk(String talk) {
    List<String> talks = talks().stringColumn("Talk").asList();
    if (!talks.contains(talk)) {
      throw Nearest.unknown("talk", talk, talks);
    }
    return asTable("Syllabus of " + talk, sections().stream().filter(s -> s.talk().equals(talk)));
  }

  /** Returns every section in order: by talk, then by place in the talk. */
  public static List<Section> sections() {
    Table rows = Sheet.read("syllabus.csv", "Syllabus");
    return rows.stream()
        .map(row -> new Section(row.getString("Id"), row.getString("Title"), whatYouSee(row)))
        .sorted()
        .toList();
  }

  /**
   * Returns the section with this id.
   *
   * @throws IllegalArgumentException if there is none; names the nearest ids
   */
  public static Section section(String id) {
    List<Section> sections = sections();
    return sections.stream()
        .filter(section -> section.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> Nearest.unknown("section", id, sections.stream().map(Section::id).toList()));
  }

  /**
   * Returns every section beside the notebook that covers it: talk, id, title, notebook (its path
   * from {@code notebooks}, with {@code /}), notebook title, minutes, status ({@code ready} or
   * {@code planned}). A notebook that cannot be read is left out; {@link #problems(Path)} says why.
   *
   * @throws IllegalArgumentException if {@code notebooks} is not a folder that can be read
   */
  public static Table coverage(Path notebooks) {
    return Coverage.of(sections(), notebooks).table();
  }

  /**
   * Returns one sentence for each notebook below {@code notebooks} that cannot be read, each
   * section id that is not in the syllabus, and each section that two notebooks claim.
   *
   * @throws IllegalArgumentException if {@code notebooks} is not a folder that can be read
   */
  public static List<String> problems(Path notebooks) {
    return Coverage.of(sections(), notebooks).problems();
  }

  private static String whatYouSee(Row row) {
    return row.getString("What you see");
  }

  private static Table asTable(String caption, Stream<Section> sections) {
    StringColumn talks = StringColumn.create("Talk");
    StringColumn ids = StringColumn.create("Id");
    StringColumn titles = StringColumn.create("Title");
    StringColumn views = StringColumn.create("What you see");
    sections.forEach(section -> {
      talks.append(section.talk());
      ids.append(section.id());
      titles.append(section.title());
      views.append(section.whatYouSee());
    });
    return Table.create(caption, talks, ids, titles, views);
  }
}
