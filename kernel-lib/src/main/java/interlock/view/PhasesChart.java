package interlock.view;

import interlock.measure.Durations;
import interlock.measure.Measurement;
import interlock.measure.Phases;
import interlock.view.Lanes.Bar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs cut into phases: a lane for each run, a bar for each phase, one after the other. */
public final class PhasesChart {
  private static final Map<String, Ink> KNOWN =
      Map.of(Phases.START_UP, Ink.GONE, "input", Ink.MOVES, "core", Ink.RUNS, "output", Ink.MOVES);
  private static final List<Ink> OTHERS = List.of(Ink.HOLDS, Ink.WAITS, Ink.CHANGED);

  private PhasesChart() {}

  /** Returns the phases in one unit of time, as long as they are. */
  public static Lanes seconds(String title, List<Phases> runs) {
    Duration longest =
        runs.stream().map(Phases::total).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    TimeUnits unit = TimeUnits.of(longest);
    return chart(title, "median time in " + unit, runs, run -> unit.count(Duration.ofSeconds(1)));
  }

  /** Returns the phases as shares of each run, so that a short run shows its own as well. */
  public static Lanes shares(String title, List<Phases> runs) {
    return chart(
        title,
        "share of the run in %",
        runs,
        run -> run.total().isZero() ? 0 : 100 / Durations.seconds(run.total()));
  }

  private static Lanes chart(
      String title, String axis, List<Phases> runs, Function<Phases, Double> scale) {
    List<String> names =
        runs.stream()
            .flatMap(run -> run.parts().stream().map(Measurement::label))
            .distinct()
            .toList();
    Lanes lanes = Lanes.of(title, axis);
    for (Map.Entry<Ink, String> call : legend(names).entrySet()) {
      lanes = lanes.call(call.getKey(), call.getValue());
    }
    for (Phases run : runs) {
      lanes = lanes.lane(run.label(), bars(run, names, scale.apply(run)));
    }
    return lanes.say(words(title, runs));
  }

  private static Map<Ink, String> legend(List<String> names) {
    return names.stream()
        .collect(
            Collectors.groupingBy(
                name -> ink(name, names), java.util.TreeMap::new, Collectors.joining(", ")));
  }

  /** Start-up is time lost, input and output move data, the core is the work itself. */
  private static Ink ink(String name, List<String> names) {
    List<String> others = names.stream().filter(other -> !KNOWN.containsKey(other)).toList();
    Ink known = KNOWN.get(name);
    return known != null ? known : OTHERS.get(others.indexOf(name) % OTHERS.size());
  }

  private static List<Bar> bars(Phases run, List<String> names, double perSecond) {
    List<Bar> bars = new ArrayList<>();
    double from = 0;
    for (Measurement part : run.parts()) {
      double to = from + Durations.seconds(part.median()) * perSecond;
      bars.add(new Bar(from, to, ink(part.label(), names), part.label()));
      from = to;
    }
    return bars;
  }

  private static String words(String title, List<Phases> runs) {
    return title
        + runs.stream().map(PhasesChart::words).collect(Collectors.joining("\n", "\n", ""));
  }

  private static String words(Phases run) {
    return run.parts().stream()
        .map(part ->
            String.format(
                Locale.ROOT,
                "%s %s (%s, %.1f %%)",
                part.label(),
                Durations.format(part.median()),
                Durations.formatRange(part.low(), part.high()),
                100 * run.share(part.label())))
        .collect(
            Collectors.joining(
                ", ", run.label() + ": ", "; " + Durations.format(run.total()) + " in all"));
  }
}
