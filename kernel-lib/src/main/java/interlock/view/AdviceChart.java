package interlock.view;

import interlock.gil.advice.Advice;
import interlock.gil.advice.Parts;
import interlock.gil.advice.Way;
import interlock.measure.Measurement;
import interlock.view.Lanes.Bar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Threads or processes: a lane for each way to run a job, as long as the run, with what its time
 * goes into; measured ones below the simulated; and the reasons for the choice.
 *
 * <p>It never changes: each call returns another.
 *
 * @param advice the job in every way
 * @param measured what was measured of it
 */
public record AdviceChart(Advice advice, List<Real> measured) implements Picture {
  /**
   * A measured way.
   *
   * @param way the way
   * @param times its runs; the middle one is drawn
   */
  public record Real(Way way, Measurement times) {}

  /** Copies the list. */
  public AdviceChart {
    measured = List.copyOf(measured);
  }

  /** Returns the chart of an advice. */
  public static AdviceChart of(Advice advice) {
    return new AdviceChart(advice, List.of());
  }

  /** Adds what was measured of some ways. */
  public AdviceChart measured(Map<Way, Measurement> ways) {
    List<Real> more = new ArrayList<>(measured);
    for (Way way : Way.values()) {
      Measurement times = ways.get(way);
      if (times != null) {
        more.add(new Real(way, times));
      }
    }
    return new AdviceChart(advice, more);
  }

  /** Returns the lanes alone. */
  public Lanes lanes() {
    TimeUnits unit = TimeUnits.of(Duration.ofNanos(longest()));
    double perNano = unit.count(Duration.ofSeconds(1)) / 1e9;
    Lanes lanes =
        Lanes.of(headline(), axis(unit))
            .call(Ink.HOLDS, "Python")
            .call(Ink.RUNS, "released code")
            .call(Ink.MOVES, "waits for I/O")
            .call(Ink.GONE, "copies")
            .call(
                Ink.WAITS,
                measured.isEmpty() ? "waits for its turn" : "waits its turn, and the rest");
    for (Way way : Way.values()) {
      lanes = lanes.lane(way.words(), bars(advice.parts(way), perNano));
    }
    for (Real real : measured) {
      Parts parts =
          Parts.of(advice.job(), real.way(), advice.workers(), real.times().median().toNanos());
      lanes = lanes.lane(real.times().label(), bars(parts, perNano));
    }
    return lanes;
  }

  private String headline() {
    Way best = advice.best();
    return best == Way.ONE_THREAD
        ? "Best: one thread"
        : "Best: %s, %s times as fast as one thread".formatted(best.words(), advice.times(best));
  }

  private String axis(TimeUnits unit) {
    return "time in "
        + unit
        + (measured.isEmpty() ? ", simulated" : "; lanes named CPython or JVM are measured");
  }

  private long longest() {
    long longest = 1;
    for (Way way : Way.values()) {
      longest = Math.max(longest, advice.nanos(way));
    }
    for (Real real : measured) {
      longest = Math.max(longest, real.times().median().toNanos());
    }
    return longest;
  }

  private static List<Bar> bars(Parts parts, double perNano) {
    List<Bar> bars = new ArrayList<>();
    double at = add(bars, 0, parts.python() * perNano, Ink.HOLDS);
    at = add(bars, at, parts.released() * perNano, Ink.RUNS);
    at = add(bars, at, parts.waiting() * perNano, Ink.MOVES);
    at = add(bars, at, parts.copying() * perNano, Ink.GONE);
    add(bars, at, parts.turn() * perNano, Ink.WAITS);
    return bars;
  }

  private static double add(List<Bar> bars, double from, double length, Ink ink) {
    if (length > 0) {
      bars.add(new Bar(from, from + length, ink, ""));
    }
    return from + length;
  }

  private String reasons() {
    return advice.choice() + " " + String.join(" ", advice.why());
  }

  @Override
  public String html() {
    return SideBySide.of(lanes(), Notice.info(reasons())).html();
  }

  @Override
  public String text() {
    return lanes().text() + "\n" + reasons();
  }
}
