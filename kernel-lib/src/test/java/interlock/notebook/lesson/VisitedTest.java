package interlock.notebook.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisitedTest {
  private static final String NOTEBOOK =
      """
      {"cells": [
        {"cell_type": "markdown", "id": "title", "source": ""},
        {"cell_type": "code", "id": "one", "metadata": {}},
        {"cell_type": "code", "id": "two", "metadata": {"tags": []}},
        {"cell_type": "code", "id": "fails", "metadata": {"tags": ["raises-exception"]}},
        {"cell_type": "code"}, 7
      ]}
      """;

  @TempDir Path house = Path.of("");
  private Path lesson = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void writeANotebook() throws IOException {
    lesson = Files.createDirectories(house.resolve("notebooks/talk1")).resolve("03-x.ipynb");
    Files.writeString(lesson, NOTEBOOK);
    Files.createDirectory(house.resolve(".interlock"));
    file = house.resolve(".interlock/learner/visited.json");
  }

  @Test
  void cellsThatWereRun_areKeptForTheNextKernel() throws IOException {
    Visited visited = visited();
    assertTrue(visited.add("one"));
    assertFalse(visited.add("one"));
    assertTrue(visited.add("gone"));
    visited.save();

    assertEquals(List.of("talk1/03-x.ipynb 1 2"), rows(visited()));
    assertTrue(Files.readString(file).contains("notebooks/talk1/03-x.ipynb"));
    assertEquals(List.of("visited.json"), names(file.resolveSibling("")));
  }

  @Test
  void cellsOfThisKernel_countBeforeTheyAreSaved() {
    Visited visited = visited();
    visited.add("one");
    visited.add("two");

    assertEquals(List.of("talk1/03-x.ipynb 2 2"), rows(visited));
    assertFalse(Files.exists(file));
  }

  @Test
  void twoKernels_addToEachOther() {
    Visited first = visited();
    Visited second = visited();
    first.add("one");
    second.add("two");
    first.save();
    second.save();

    assertEquals(List.of("talk1/03-x.ipynb 2 2"), rows(visited()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{\"notebooks/talk1/03-x.ipynb\": {}}",
        "{\"notebooks/talk1/03-x.ipynb\": [7, null]}"
      })
  void damagedFile_costsTheMarksAlone(String content) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, content);
    Visited visited = visited();

    assertEquals(List.of("talk1/03-x.ipynb 0 2"), rows(visited));
    visited.add("one");
    visited.save();
    assertEquals(List.of("talk1/03-x.ipynb 1 2"), rows(visited()));
  }

  @Test
  void placeThatCannotBeWritten_costsNothing() throws IOException {
    Files.writeString(file.resolveSibling(""), "a file where the folder should be");
    Visited visited = visited();
    visited.add("one");
    visited.save();

    assertEquals(List.of("talk1/03-x.ipynb 1 2"), rows(visited));
  }

  @Test
  void stateFolder_isFoundAboveTheNotebook() {
    Visited visited = Visited.of(Map.of("JPY_SESSION_NAME", lesson.toString()));
    visited.add("one");
    visited.save();

    assertTrue(Files.exists(file));
  }

  @Test
  void withoutASession_nothingIsNoted() {
    Visited visited = Visited.of(Map.of("INTERLOCK_STATE", house.resolve(".interlock").toString()));

    assertFalse(visited.add("one"));
    visited.save();
    assertFalse(Files.exists(file));
    assertEquals(List.of(), rows(visited));
  }

  @Test
  void notebookThatCannotBeRead_hasNoCells() throws IOException {
    Files.writeString(lesson, "{");

    assertEquals(List.of("talk1/03-x.ipynb 0 0"), rows(visited()));
    assertEquals(List.of(), visited().tableOf(house.resolve("none")).stream().toList());
  }

  private Visited visited() {
    return Visited.of(
        Map.of(
            "JPY_SESSION_NAME", lesson.toString(),
            "INTERLOCK_STATE", house.resolve(".interlock").toString()));
  }

  private List<String> rows(Visited visited) {
    return visited.tableOf(house.resolve("notebooks")).stream()
        .map(row ->
            row.getString("Notebook") + " " + row.getInt("Cells run") + " " + row.getInt("Cells"))
        .toList();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).toList();
    }
  }
}
