package interlock.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stretches gathered to pixels: nothing is lost, nothing is added. */
class LaneSharesTest {
  private static final long SECOND = 1_000_000_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void barsAndColumns_haveEveryNanosecondOfTheWindow(long seed) {
    Random random = new Random(seed);
    TimeWindow window = new TimeWindow(random.nextLong(1000), 2000 + random.nextLong(SECOND));
    LaneShares lane = LaneShares.over(window, 1 + random.nextInt(700), 1 + random.nextInt(4));
    long[] added = new long[GilLayer.COUNT];
    long longest = Math.max(2, window.nanos() / (1 + random.nextInt(3000)));
    for (long at = 0; at < window.toNanos() + 500; ) {
      GilLayer layer = GilLayer.fromTop().get(random.nextInt(GilLayer.COUNT));
      long to = at + 1 + random.nextLong(longest);
      lane.add(layer, at, to, "");
      added[layer.code()] += window.overlap(at, to);
      at = to;
    }
    for (GilLayer layer : GilLayer.values()) {
      String failing = "seed " + seed + ", " + layer;
      assertEquals(added[layer.code()], lane.total(layer), failing);
      if (layer != GilLayer.ASLEEP) {
        assertEquals(added[layer.code()], drawn(lane, layer), failing);
      }
    }
  }

  private static long drawn(LaneShares lane, GilLayer layer) {
    long sum = 0;
    for (LaneShares.Bar bar : lane.bars()) {
      sum += bar.layer() == layer ? bar.to() - bar.from() : 0;
    }
    for (int column = 0; column < lane.columns(); column++) {
      sum += lane.nanos(column, layer);
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26})
  void sharesOfAColumn_areNeverMoreThanAll(long seed) {
    Random random = new Random(seed);
    TimeWindow window = new TimeWindow(0, SECOND);
    LaneShares lane = LaneShares.over(window, 600, 2);
    for (long at = 0; at < SECOND; ) {
      long to = at + 1 + random.nextLong(200_000);
      lane.add(GilLayer.fromTop().get(random.nextInt(GilLayer.COUNT)), at, to, "");
      at = to;
    }
    for (int column = 0; column < lane.columns(); column++) {
      double sum = 0;
      for (GilLayer layer : GilLayer.values()) {
        sum += lane.share(column, layer);
      }
      assertEquals(1, sum, 1e-9, "seed " + seed + ", column " + column);
    }
  }

  @Test
  void microsecondInASecond_isSeen() {
    LaneShares lane = LaneShares.over(new TimeWindow(0, SECOND), 600, 2);
    lane.add(GilLayer.HOLDS, 0, 500_000_000, "");
    lane.add(GilLayer.WAITS, 500_000_000, 500_001_000, "");
    lane.add(GilLayer.HOLDS, 500_001_000, SECOND, "");
    Pen pen = new Pen();
    new LanePaths(pen, lane, new Area(0, 0, 600, 30)).draw();
    assertTrue(pen.toString().contains("<path class=\"f-waits\" d=\"M300 30V0H301V30z\"/>"));
  }

  @Test
  void smallShare_isALineAtLeast() {
    LaneShares lane = LaneShares.over(new TimeWindow(0, 1000), 2, 2);
    lane.add(GilLayer.WAITS, 0, 500, "");
    lane.add(GilLayer.HOLDS, 500, 501, "");
    lane.add(GilLayer.WAITS, 501, 1000, "");
    Pen pen = new Pen();
    new LanePaths(pen, lane, new Area(0, 0, 2, 30)).draw();
    assertTrue(pen.toString().contains("<path class=\"f-holds\" d=\"M0 30V28.5H2V30z\"/>"));
    assertTrue(pen.toString().contains("<path class=\"f-waits\" d=\"M0 30V0H2V30z\"/>"));
  }

  @Test
  void sleep_isNotDrawn() {
    LaneShares lane = LaneShares.over(new TimeWindow(0, 1000), 100, 1);
    lane.add(GilLayer.ASLEEP, 0, 1000, "");
    Pen pen = new Pen();
    new LanePaths(pen, lane, new Area(0, 0, 100, 30)).draw();
    assertEquals("", pen.toString());
    assertEquals(1000, lane.total(GilLayer.ASLEEP));
  }

  @Test
  void lane_ofSeveralThreads_isSharesOfAllOfThem() {
    LaneShares lane = LaneShares.shared(new TimeWindow(0, 1000), 10, 1, 4);
    lane.add(GilLayer.HOLDS, 0, 1000, "");
    assertTrue(lane.bars().isEmpty());
    assertEquals(0.25, lane.share(3, GilLayer.HOLDS), 1e-9);
    assertFalse(lane.hasShares(3) && lane.share(3, GilLayer.WAITS) > 0);
  }
}
