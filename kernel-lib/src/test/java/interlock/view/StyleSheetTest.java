package interlock.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StyleSheetTest {
  private static final Path SOURCES = Path.of("src/main/java");

  /** What a colour, a font and a size look like in a source, and the one file that may have it. */
  private static final Map<Pattern, String> LITERALS =
      Map.of(
          Pattern.compile("#[0-9a-fA-F]{6}\\b|#[0-9a-fA-F]{3}\\b(?=[;\"' )])"), "Ink.java",
          Pattern.compile("\\b(rgb|rgba|hsl|hsla)\\("), "Ink.java",
          Pattern.compile("new Color\\(|Color\\.(decode|[A-Z]{3,}\\b)"), "Ink.java",
          Pattern.compile("new Font\\("), "Typeface.java",
          Pattern.compile("font-size\\s*[:=]\\s*\\\\?[\"']?[0-9.]"), "StyleSheet.java");

  @Test
  void coloursFontsAndSizes_areWrittenInOnePlace() throws IOException {
    Map<String, List<String>> strays = new TreeMap<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        List<String> found = literals(file);
        if (!found.isEmpty()) {
          strays.put(SOURCES.relativize(file).toString(), found);
        }
      }
    }
    assertEquals(Map.of(), strays, "take colours and sizes from Ink, TypeSize and Theme.css()");
  }

  private static List<String> literals(Path file) throws IOException {
    String source = Files.readString(file);
    return LITERALS.entrySet().stream()
        .filter(literal -> !file.endsWith(literal.getValue()))
        .flatMap(literal -> literal.getKey().matcher(source).results())
        .map(MatchResult::group)
        .toList();
  }

  @Test
  void everyRule_isForTheCoursesOwnPictures() {
    String rules = Theme.css().replaceAll("@media[^{]*\\{", "").replaceAll("\\{[^}]*\\}+", "\n");
    for (String selectors : rules.strip().split("\n+", -1)) {
      for (String selector : selectors.split(",", -1)) {
        assertTrue(selector.contains(".ilk"), "styles the whole page: " + selector);
      }
    }
  }

  @Test
  void everyVariable_isDefined() {
    List<String> used =
        Pattern.compile("var\\((--ilk-[a-z0-9]+)")
            .matcher(Theme.css())
            .results()
            .map(found -> found.group(1))
            .distinct()
            .toList();
    assertTrue(used.size() > Ink.values().length, used.toString());
    for (String variable : used) {
      assertTrue(Theme.css().contains(variable + ":"), variable);
    }
  }

  @Test
  void sizesInTheSheet_areTheThree() {
    assertEquals(
        List.of("--ilk-t1:21px", "--ilk-t2:17px", "--ilk-t3:15px"),
        Pattern.compile("--ilk-t[0-9]:[0-9]+px")
            .matcher(Theme.css())
            .results()
            .map(MatchResult::group)
            .toList());
    List<String> sizes =
        Pattern.compile("font-size:([^;}]*)")
            .matcher(Theme.css())
            .results()
            .map(found -> found.group(1))
            .distinct()
            .sorted()
            .toList();
    assertEquals(List.of("var(--ilk-t1)", "var(--ilk-t2)", "var(--ilk-t3)"), sizes);
  }

  @Test
  void paper_isLightWhateverTheThemeIs() {
    String print = Theme.css().replaceAll("(?s).*?@media print\\{(.ilk,.*?\\})\\}.*", "$1");
    assertTrue(print.startsWith(".ilk,[data-jp-theme-light] .ilk{--ilk-page:#ffffff"), print);
    assertTrue(!print.contains("var("), "JupyterLab's dark words would vanish on paper");
  }

  @Test
  void headsOfNumbers_mayBreakSoThatTablesStayNarrow() {
    assertTrue(Theme.css().contains("div.ilk.table td.n{white-space:nowrap}"));
    assertFalse(Theme.css().matches("(?s).*table \\.n\\{[^}]*nowrap.*"));
  }

  @Test
  void focus_isVisible() {
    assertTrue(Theme.css().contains(".ilk:focus-visible,.ilk :focus-visible{outline:3px solid"));
  }
}
