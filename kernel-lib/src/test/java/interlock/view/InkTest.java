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

  private static final List<UnaryOperator<double[]>> EYES =
      List.of(
          c -> c,
          c -> Colors.dichromat(c, true),
          c -> Colors.dichromat(c, false),
          Colors::tritanope);

  @ParameterizedTest
  @EnumSource(
      names = {"PAGE", "GRID"},
      mode = EnumSource.Mode.EXCLUDE)
  void inkOfWordsAndLines_onEveryPage_hasContrastOfText(Ink ink) {
    LIGHT_PAGES.forEach(page -> assertContrast(ink, ink.light(), page));
    DARK_PAGES.forEach(page -> assertContrast(ink, ink.dark(), page));
  }

  @ParameterizedTest
  @EnumSource(
      names = {"PAGE", "GRID"},
      mode = EnumSource.Mode.EXCLUDE)
  void wordsOnAFilledInk_haveContrastOfText(Ink ink) {
    assertContrast(ink, ink.light(), Ink.PAGE.light());
    assertContrast(ink, ink.dark(), Ink.PAGE.dark());
  }

  @ParameterizedTest
  @EnumSource(names = "GRID")
  void grid_onEveryPage_staysBehind(Ink ink) {
    LIGHT_PAGES.forEach(page -> assertTrue(Colors.contrast(ink.light(), page) < 1.6));
    DARK_PAGES.forEach(page -> assertTrue(Colors.contrast(ink.dark(), page) < 1.8));
  }

  @Test
  void comparedInks_forEveryEye_stayApart() {
    assertApart(IntStream.range(0, 6).mapToObj(Theme::series).toList(), 15);
  }

  @Test
  void meanings_forEveryEye_stayApart() {
    assertEquals(6, Ink.meanings().size());
    assertApart(Ink.meanings(), 20);
  }

  @Test
  void meanings_haveASignOfTheirOwnBesideTheColour() {
    assertEquals(6, Ink.meanings().stream().map(Ink::sign).distinct().count());
    assertEquals(6, Ink.meanings().stream().map(Ink::meaning).distinct().count());
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

  @Test
  void wordsOnShadedCells_haveContrastOfText() {
    assertContrast(Ink.TEXT, Ink.TEXT.light(), Ink.GRID.light());
    assertContrast(Ink.TEXT, Ink.TEXT.dark(), Ink.GRID.dark());
  }

  private static void assertContrast(Ink ink, Color color, Color page) {
    double contrast = Colors.contrast(color, page);
    assertTrue(contrast >= 4.5, "%s on %s: %.2f".formatted(ink, page, contrast));
  }

  private static void assertApart(List<Ink> inks, double least) {
    for (UnaryOperator<double[]> eye : EYES) {
      for (int i = 0; i < inks.size(); i++) {
        for (Ink other : inks.subList(0, i)) {
          Ink ink = inks.get(i);
          String pair = ink + " and " + other + ", eye " + EYES.indexOf(eye);
          assertApart(pair, least, eye, ink.light(), other.light());
          assertApart(pair, least, eye, ink.dark(), other.dark());
        }
      }
    }
  }

  private static void assertApart(
      String pair, double least, UnaryOperator<double[]> eye, Color a, Color b) {
    double distance = Colors.distance(eye.apply(Colors.linear(a)), eye.apply(Colors.linear(b)));
    assertTrue(distance >= least, pair + ": " + distance);
  }
}
