package interlock.gil;

import static interlock.gil.workload.Actions.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.gil.policy.GilPolicy;
import interlock.gil.policy.TimedDrop;
import interlock.gil.timeline.Ending;
import interlock.gil.workload.Workload;
import interlock.gil.workload.Workloads;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SweepTest {
  private static final SimulatedGil GIL = SimulatedGil.of(TimedDrop.v311());

  private static Sweep.Run counting(SimulatedGil gil, int threads) {
    return new Sweep.Run(gil, Workloads.shared(threads, millis(20)));
  }

  @Test
  void points_comeInTheirOrderWithTheFiguresOfRunsAlone() {
    List<Integer> seeds = IntStream.range(0, 60).boxed().toList();
    Sweep<Integer> sweep =
        Sweep.over(seeds, seed -> new Sweep.Run(GIL.seed(seed), RandomWorkloads.of(seed)));
    List<Sweep.Point<Integer>> points = sweep.run();
    assertEquals(seeds, points.stream().map(Sweep.Point::at).toList());
    for (Sweep.Point<Integer> point : points) {
      int seed = point.at();
      assertEquals(GIL.seed(seed).measure(RandomWorkloads.of(seed)), point.figures());
    }
  }

  @Test
  void grid_hasEveryPair() {
    List<Sweep.Pair<GilPolicy, Integer>> grid =
        Sweep.grid(List.of(TimedDrop.v32(), TimedDrop.v311()), List.of(1, 2, 4));
    assertEquals(List.of(1, 2, 4, 1, 2, 4), grid.stream().map(Sweep.Pair::second).toList());
    List<Sweep.Point<Sweep.Pair<GilPolicy, Integer>>> points =
        Sweep.over(grid, at -> counting(SimulatedGil.of(at.first()), at.second())).run();
    assertEquals("CPython 3.2", points.get(2).figures().policy());
    assertEquals(4, points.get(5).figures().threads().size());
  }

  @Test
  void eventsLimited_endThePointThatNeedsMore() {
    Sweep<Integer> sweep = Sweep.over(List.of(1, 4), n -> counting(GIL, n)).events(15);
    List<Sweep.Point<Integer>> points = sweep.run();
    assertInstanceOf(Ending.Completed.class, points.getFirst().figures().ending());
    assertInstanceOf(Ending.EventLimit.class, points.getLast().figures().ending());
  }

  @Test
  void sweepThatNobodyWants_isGivenUp() {
    AtomicInteger asked = new AtomicInteger();
    Workload forever = Workload.of("long", thread("A", forever(compute(nanos(1)))));
    Sweep<Integer> sweep =
        Sweep.over(List.of(1, 2, 3, 4), _ -> new Sweep.Run(GIL.events(1L << 50), forever));
    assertThrows(CancellationException.class, () -> sweep.run(() -> asked.incrementAndGet() > 6));
    assertTrue(asked.get() > 6);
  }

  @Test
  void interrupt_endsASweep() {
    Thread.currentThread().interrupt();
    try {
      Sweep<Integer> sweep = Sweep.over(List.of(1, 2), n -> counting(GIL, n));
      assertThrows(CancellationException.class, sweep::run);
    } finally {
      assertTrue(Thread.interrupted());
    }
  }

  @Test
  void badPoint_isRefusedWithItsOwnSentence() {
    Sweep<Integer> sweep = Sweep.over(List.of(1, 0), cores -> counting(GIL.cores(cores), 1));
    var refused = assertThrows(IllegalArgumentException.class, sweep::run);
    assertTrue(String.valueOf(refused.getMessage()).contains("cores"), refused.toString());
  }

  @Test
  void pointsNoneOrTooMany_areSaid() {
    assertEquals(List.of(), Sweep.over(List.<Integer>of(), n -> counting(GIL, n)).run());
    assertThrows(
        IllegalArgumentException.class,
        () -> Sweep.over(Collections.nCopies(100_001, 1), n -> counting(GIL, n)));
  }
}
