package interlock.view;

import interlock.gil.timeline.Cause;
import interlock.gil.timeline.HandOver;
import interlock.gil.timeline.LockTrack;
import interlock.gil.timeline.Step;
import interlock.gil.timeline.Timeline;
import interlock.view.GilRows.Row;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A {@link GilTimeline} in words: shares and counts for each lane, and few steps one by one. */
final class TimelineWords {
  private TimelineWords() {}

  static String of(GilTimeline timeline) {
    return of(
        timeline,
        timeline.runs().stream()
            .map(run -> new GilRows(run, timeline.window(), 1, 1).rows(timeline.cores()))
            .toList());
  }

  /** Returns the words of a timeline whose lanes have been gathered, run by run. */
  static String of(GilTimeline timeline, List<List<Row>> rows) {
    List<String> lines = new ArrayList<>();
    lines.add(timeline.title());
    if (timeline.nowNanos() >= 0) {
      lines.add("Now: " + ClockText.of(timeline.nowNanos()));
    }
    for (int i = 0; i < rows.size(); i++) {
      Timeline run = timeline.runs().get(i);
      if (rows.size() > 1) {
        lines.add(name(run));
      }
      lines.add(summary(summaryParts(timeline, run)));
      rows.get(i).forEach(row -> lines.add(row.label() + ": " + shares(row, timeline.window())));
      if (GilWindow.stepCount(run, timeline.window()) <= StepFlags.MOST_STEPS) {
        run.locks().forEach(lock -> steps(lock, run, timeline.window(), lines));
      }
    }
    return String.join("\n", lines);
  }

  private static void steps(LockTrack lock, Timeline run, TimeWindow window, List<String> lines) {
    for (Step step : GilWindow.steps(lock, window)) {
      String who = run.threads().get(step.thread()).name();
      lines.add(ClockText.of(step.atNanos()) + ": " + who + " " + step.kind().words());
    }
  }

  /** Returns a run's policy and title; a title that ends in its policy says both. */
  static String name(Timeline run) {
    String policy = run.figures().policy();
    return run.title().endsWith(", " + policy) ? run.title() : policy + ": " + run.title();
  }

  /** Returns the window, and how often the lock went over in it, by cause. */
  static String summary(List<String> parts) {
    return String.join("; ", parts);
  }

  /** Returns the parts of that, one or two: a picture without room for both has two lines. */
  static List<String> summaryParts(GilTimeline timeline, Timeline run) {
    StringBuilder words = new StringBuilder("Shown ").append(timeline.window());
    if (timeline.window().holds(run.endNanos()) && run.recordedNanos() >= run.endNanos()) {
      words.append("; ends at ").append(ClockText.of(run.endNanos()));
    } else if (timeline.window().toNanos() > run.recordedNanos()) {
      words.append("; kept up to ").append(ClockText.of(run.recordedNanos()));
    }
    return run.locks().stream().anyMatch(lock -> !lock.steps().isEmpty())
        ? List.of(words.toString(), handOvers(causes(timeline, run)))
        : List.of(words.toString());
  }

  private static Map<Cause, Long> causes(GilTimeline timeline, Timeline run) {
    Map<Cause, Long> causes = new EnumMap<>(Cause.class);
    for (HandOver handOver : GilWindow.handOvers(run, timeline.window())) {
      causes.merge(handOver.cause(), 1L, Long::sum);
    }
    return causes;
  }

  /** Returns counts of hand-overs, the most frequent cause first. */
  static String handOvers(Map<Cause, Long> causes) {
    long all = causes.values().stream().mapToLong(Long::longValue).sum();
    String by =
        causes.entrySet().stream()
            .sorted(Map.Entry.<Cause, Long>comparingByValue().reversed())
            .map(entry -> entry.getKey().words() + " " + Numbers.count(entry.getValue()))
            .collect(Collectors.joining(", "));
    String count = all == 0 ? "no hand-over" : Numbers.count(all) + " hand-over";
    return count + (all > 1 ? "s: " : all == 1 ? ": " : "") + by;
  }

  /** Returns a cause as an arrow says it. */
  static String said(Cause cause) {
    return (HandOverArrows.isAsked(cause) ? "asked to: " : "unasked: ") + cause.words();
  }

  /**
   * Returns what shares of its time a lane spends in each state, the largest first: a thread's time
   * is from its start to its end, that of a lock or a core is the whole window.
   */
  static String shares(Row row, TimeWindow window) {
    LaneShares lane = row.shares();
    List<GilLayer> used = new ArrayList<>();
    double all = 0;
    for (GilLayer layer : GilLayer.values()) {
      all += lane.total(layer);
      if (lane.total(layer) > 0) {
        used.add(layer);
      }
    }
    used.sort((a, b) -> Long.compare(lane.total(b), lane.total(a)));
    double whole = row.isThreads() ? all : window.nanos();
    return used.isEmpty()
        ? "nothing"
        : used.stream()
            .map(layer -> said(layer, row) + " " + percent(lane.total(layer) / whole))
            .collect(Collectors.joining(", "));
  }

  private static String said(GilLayer layer, Row row) {
    return row.isLock() ? "held" : layer == GilLayer.ASLEEP ? "sleeps" : layer.words();
  }

  /** Returns a share in percent; what is there at all is never 0 %. */
  static String percent(double share) {
    return share > 0 && share < 0.001
        ? "less than 0.1 %"
        : String.format(Locale.ROOT, share >= 0.9995 ? "%.0f %%" : "%.1f %%", 100 * share);
  }
}
