package interlock.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InkTest {
  /** JupyterLab's page, and the rows of its tables. */
  private static final List<Color> LIGHT_PAGES = List.of(Color.WHITE, new Color(0xF5F5F5));

  private static final List<Color> DARK_PAGES = List.of(new Color(0x111111), new Color(0x212121));

  @ParameterizedTest
  @EnumSource(names = {"TEXT", "SOFT"})
  void inkOfWords_onEveryPage_hasContrastOfText(Ink ink) {
    assertContrast(ink, 4.5);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"PAGE", "GRID"},
      mode = EnumSource.Mode.EXCLUDE)
  void inkOfMarks_onEveryPage_hasContrastOfGraphics(Ink ink) {
    assertContrast(ink, 3);
  }

  @ParameterizedTest
  @EnumSource(names = "GRID")
  void grid_onEveryPage_staysBehind(Ink ink) {
    LIGHT_PAGES.forEach(page -> assertTrue(Colors.contrast(ink.light(), page) < 1.6));
    DARK_PAGES.forEach(page -> assertTrue(Colors.contrast(ink.dark(), page) < 1.8));
  }

  @Test
  void seriesInks_forEveryEye_stayApart() {
    List<UnaryOperator<double[]>> eyes =
        List.of(c -> c, c -> Colors.dichromat(c, true), c -> Colors.dichromat(c, false));
    for (UnaryOperator<double[]> eye : eyes) {
      for (int i = 0; i < 6; i++) {
        for (int j = 0; j < i; j++) {
          Ink a = Theme.series(i);
          Ink b = Theme.series(j);
          assertApart(a + " and " + b, eye, a.light(), b.light());
          assertApart(a + " and " + b, eye, a.dark(), b.dark());
        }
      }
    }
  }

  @Test
  void lightColours_areUnique() {
    long distinct = Arrays.stream(Ink.values()).map(Ink::light).distinct().count();
    assertEquals(Ink.values().length, distinct, "a drawn colour must name one ink");
  }

  @Test
  void seriesBeyondTheLast_startAgainWithAnotherMarker() {
    assertEquals(Theme.series(0), Theme.series(6));
    assertEquals(7, IntStream.range(0, 7).mapToObj(Theme::marker).distinct().count());
    assertTrue(Theme.marker(0) != Theme.marker(6));
  }

  private static void assertContrast(Ink ink, double least) {
    for (Color page : LIGHT_PAGES) {
      double contrast = Colors.contrast(ink.light(), page);
      assertTrue(contrast >= least, ink + " on light: " + contrast);
    }
    for (Color page : DARK_PAGES) {
      double contrast = Colors.contrast(ink.dark(), page);
      assertTrue(contrast >= least, ink + " on dark: " + contrast);
    }
  }

  private static void assertApart(String pair, UnaryOperator<double[]> eye, Color a, Color b) {
    double distance = Colors.distance(eye.apply(Colors.linear(a)), eye.apply(Colors.linear(b)));
    assertTrue(distance >= 15, pair + ": " + distance);
  }
}
