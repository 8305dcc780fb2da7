package interlock.talk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Which notebook covers which section, and what is wrong with the notebooks that say so. */
final class Coverage {
  private final List<Section> sections;
  private final Map<String, Lesson> lessons = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  private Coverage(List<Section> sections) {
    this.sections = sections;
  }

  static Coverage of(List<Section> sections, Path folder) {
    Coverage coverage = new Coverage(sections);
    for (Path file : notebooks(folder)) {
      try {
        coverage.add(Lesson.read(folder, file));
      } catch (IllegalArgumentException e) {
        coverage.problems.add(String.valueOf(e.getMessage()));
      }
    }
    return coverage;
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  Table table() {
    StringColumn talks = StringColumn.create("Talk");
    StringColumn ids = StringColumn.create("Id");
    StringColumn titles = StringColumn.create("Title");
    StringColumn paths = StringColumn.create("Notebook");
    StringColumn lessonTitles = StringColumn.create("Notebook title");
    IntColumn minutes = IntColumn.create("Minutes");
    StringColumn status = StringColumn.create("Status");
    for (Section section : sections) {
      talks.append(section.talk());
      ids.append(section.id());
      titles.append(section.title());
      @Nullable Lesson lesson = lessons.get(section.id());
      paths.append(lesson == null ? "" : lesson.path());
      lessonTitles.append(lesson == null ? "" : lesson.title());
      if (lesson == null || lesson.minutes() == 0) {
        minutes.appendMissing();
      } else {
        minutes.append(lesson.minutes());
      }
      status.append(lesson == null ? "planned" : "ready");
    }
    return Table.create(
        "Sections and notebooks", talks, ids, titles, paths, lessonTitles, minutes, status);
  }

  private void add(Lesson lesson) {
    List<String> known = sections.stream().map(Section::id).toList();
    for (String id : lesson.sections()) {
      if (!known.contains(id)) {
        problems.add(
            lesson.path()
                + " names a section that is not in the syllabus. "
                + Nearest.unknown("section", id, known).getMessage());
        continue;
      }
      @Nullable Lesson other = lessons.putIfAbsent(id, lesson);
      if (other != null) {
        problems.add(
            "%s covers section %s, which %s covers already: take it out of one of the two."
                .formatted(lesson.path(), id, other.path()));
      }
    }
  }

  /** The notebooks below {@code folder} in order of their paths; Jupyter's own copies are not. */
  private static List<Path> notebooks(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "There is no folder %s: give the folder that holds the notebooks.".formatted(folder));
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".ipynb") && Files.isRegularFile(file))
          .filter(file -> !hidden(folder.relativize(file)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "The folder %s cannot be read (%s).".formatted(folder, e.getMessage()), e);
    }
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
