package interlock.view;

import interlock.gil.timeline.Moment;
import interlock.gil.timeline.Step;
import interlock.measure.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A {@link ProtocolView} in words. */
final class ProtocolWords {
  private static final int MOST_WAITING = 8;

  private ProtocolWords() {}

  static String of(ProtocolView view) {
    Moment moment = view.moment();
    List<String> lines = new ArrayList<>();
    lines.add(title(view));
    lines.add(
        moment.holder().isPresent() ? "Held by " + view.name(moment.holder().getAsInt()) : "Free");
    moment.waiting().stream()
        .limit(MOST_WAITING)
        .forEach(waiting -> lines.add("Wanted by " + waiting(view, waiting)));
    if (moment.waiting().size() > MOST_WAITING) {
      lines.add("and by " + (moment.waiting().size() - MOST_WAITING) + " more");
    }
    if (view.hasRequests()) {
      lines.add("Drop request: " + (moment.dropRequest() ? "up" : "down"));
    }
    lines.add("Switch number: " + moment.switchNumber());
    lines.add("Last: " + view.caption());
    Step last = moment.last();
    if (last != null) {
      view.protocol().stream()
          .filter(line -> line.kind() == last.kind())
          .findFirst()
          .ifPresent(line -> lines.add("Source: " + line.code() + " (" + line.place() + ")"));
    }
    return String.join("\n", lines);
  }

  static String title(ProtocolView view) {
    return "The lock at " + ClockText.of(view.moment().nanos());
  }

  static String waiting(ProtocolView view, Moment.Waiting waiting) {
    return view.name(waiting.thread()) + " " + waited(view, waiting);
  }

  /** Returns since when a thread waits, and how long that is. */
  static String waited(ProtocolView view, Moment.Waiting waiting) {
    long nanos = view.moment().nanos() - waiting.sinceNanos();
    return "since %s, for %s"
        .formatted(ClockText.of(waiting.sinceNanos()), Durations.format(Duration.ofNanos(nanos)));
  }
}
