package interlock.gil.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.gil.published.PublishedFigure.Comparison;
import interlock.gil.published.PublishedFigure.Use;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishedFiguresTest {
  private static final List<Comparison> ALL = PublishedFigures.compare();

  private static Comparison one(String words) {
    return ALL.stream()
        .filter(it -> it.figure().what().contains(words))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no figure says " + words));
  }

  @Test
  void fittedFigures_comeOutAsPublished() {
    for (Comparison each : ALL) {
      if (each.figure().use() == Use.FITTED) {
        assertEquals(1, each.ratio(), 0.1, each.toString());
      }
    }
  }

  @Test
  void convoy_isPredictedAtEveryInterval() {
    for (String interval : List.of("5,000 µs", "1,000 µs", "100 µs", "10 µs")) {
      Comparison each = one("beside 1 counting threads, interval " + interval);
      assertEquals(Use.PREDICTED, each.figure().use());
      assertEquals(1, each.ratio(), 0.25, each.toString());
    }
  }

  @Test
  void countDownOfPython2_isPredictedForFourThreadsAndForOneCore() {
    assertEquals(1, one("4 threads, 4 cores").ratio(), 0.25);
    assertEquals(1, one("2 threads, one CPU").ratio(), 0.25);
  }

  @Test
  void piWithALock_getsSlowerOnTwoThreadsThoughNotAsMuchAsPublished() {
    Comparison pi = one("π with a lock on 2 threads, 2 cores");
    assertEquals(Use.PREDICTED, pi.figure().use());
    assertTrue(pi.simulated() > 1.5 && pi.ratio() < 1, pi.toString());
  }

  @Test
  void freeThreads_arePredictedForTwo() {
    assertEquals(1, one("c01: 2 threads").ratio(), 0.1);
  }

  @Test
  void everyFigure_saysItsSourceItsMachineAndItsAssumptions() {
    for (Comparison each : ALL) {
      PublishedFigure figure = each.figure();
      assertFalse(figure.source().isBlank(), figure.what());
      assertFalse(figure.machine().isBlank(), figure.what());
      assertFalse(figure.workload().isBlank(), figure.what());
      boolean fits = figure.assumptions().stream().anyMatch(it -> it.startsWith("fitted: "));
      assertTrue(fits, figure.what() + " does not say what was fitted");
    }
  }

  @Test
  void table_hasALineForEachFigure() {
    String table = PublishedFigures.table();
    for (Comparison each : ALL) {
      assertTrue(table.contains(each.toString()), each.toString());
    }
  }

  @Test
  void figureOfNothing_refused() {
    PublishedFigure any = ALL.get(0).figure();
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new PublishedFigure(
                    "", 0, "", Use.FITTED, "", "", "", List.of(), any.simulation()));
    assertEquals("A published figure is above 0, not 0.0", refused.getMessage());
  }
}
