package interlock.talk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

class CoverageTest {
  @TempDir Path folder;

  @Test
  void notebook_coversItsSections() throws IOException {
    write("talk1/03-scale.ipynb", notebook("\"1.3\",\"1.10\"", "Scale <it>", 12));

    Table ready = Syllabus.coverage(folder);
    ready = ready.where(ready.stringColumn("Status").isEqualTo("ready"));

    assertEquals(List.of("1.3", "1.10"), ready.stringColumn("Id").asList());
    assertEquals("talk1/03-scale.ipynb", ready.getString(0, "Notebook"));
    assertEquals("Scale <it>", ready.getString(0, "Notebook title"));
    assertEquals(12, ready.intColumn("Minutes").get(0));
    assertEquals(List.of(), Syllabus.problems(folder));
  }

  @Test
  void emptyFolder_leavesEverySectionPlanned() {
    Table coverage = Syllabus.coverage(folder);

    assertEquals(77, coverage.rowCount());
    assertEquals(List.of("planned"), coverage.stringColumn("Status").unique().asList());
    assertEquals(77, coverage.stringColumn("Notebook").countMissing());
  }

  @Test
  void brokenNotebook_givesOneSentenceAndSpoilsNoOther() throws IOException {
    write("a.ipynb", "{\"metadata\": {");
    write("b.ipynb", notebook("\"1.8\"", "B", 5));

    Table coverage = Syllabus.coverage(folder);

    assertEquals(
        76, coverage.where(coverage.stringColumn("Status").isEqualTo("planned")).rowCount());
    assertEquals(1, Syllabus.problems(folder).size());
    assertTrue(
        Syllabus.problems(folder).getFirst().startsWith("a.ipynb is not a notebook: line 1"));
  }

  @Test
  void notUtf8_givesOneSentence() throws IOException {
    Files.write(folder.resolve("a.ipynb"), new byte[] {'{', (byte) 0xff, '}'});

    assertEquals(
        List.of("a.ipynb is not a notebook: it is not UTF-8 text; restore the file or delete it."),
        Syllabus.problems(folder));
  }

  @Test
  void bracketsWithoutEnd_giveOneSentence() throws IOException {
    write("a.ipynb", "[".repeat(200_000));
    write("b.ipynb", "{\"a\":" + "[".repeat(200_000));

    assertEquals(2, Syllabus.problems(folder).size());
    assertTrue(Syllabus.problems(folder).getLast().contains("nested too deep"));
  }

  @Test
  void sectionAsANumber_isNotTakenForAnother() throws IOException {
    write("a.ipynb", notebook("1.10", "A", 5));

    assertTrue(Syllabus.problems(folder).getFirst().contains("without quotes"));
    assertEquals(77, Syllabus.coverage(folder).stringColumn("Notebook").countMissing());
  }

  @Test
  void unknownSection_isNamedWithTheNearest() throws IOException {
    write("a.ipynb", notebook("\"1.33\"", "A", 5));

    assertEquals(
        List.of(
            "a.ipynb names a section that is not in the syllabus."
                + " No section \"1.33\": the nearest are 1.3, 1.13 and 0.3."),
        Syllabus.problems(folder));
  }

  @Test
  void twoNotebooksOfOneSection_areNamed() throws IOException {
    write("a.ipynb", notebook("\"1.3\"", "A", 5));
    write("b.ipynb", notebook("\"1.3\"", "B", 5));

    assertEquals(
        List.of(
            "b.ipynb covers section 1.3, which a.ipynb covers already: take it out of one of the"
                + " two."),
        Syllabus.problems(folder));
  }

  @Test
  void notebookWithoutMetadataOrOfAnotherShape_coversNothing() throws IOException {
    write("a.ipynb", "{}");
    write(
        "b.ipynb", "{\"metadata\": {\"interlock\": {\"sections\": \"1.3\", \"minutes\": \"x\"}}}");
    write("c.ipynb", "[]");

    assertEquals(77, Syllabus.coverage(folder).stringColumn("Notebook").countMissing());
    assertEquals(1, Syllabus.problems(folder).size());
  }

  @Test
  void checkpoints_areNotNotebooks() throws IOException {
    write(".ipynb_checkpoints/a-checkpoint.ipynb", "broken");

    assertEquals(List.of(), Syllabus.problems(folder));
  }

  @Test
  void missingFolder_isRefused() {
    Path missing = folder.resolve("none");

    String e = Refusal.of(() -> Syllabus.coverage(missing));

    assertTrue(e.startsWith("There is no folder "));
  }

  private static String notebook(String sections, String title, int minutes) {
    return """
    {"cells": [], "metadata": {"interlock":
      {"talk": "talk1", "sections": [%s], "title": "%s", "minutes": %d}}}
    """
        .formatted(sections, title, minutes);
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
