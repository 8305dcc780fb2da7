package interlock.gil.published;

import interlock.gil.published.PublishedFigure.Comparison;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every published figure that the simulated lock is held to.
 *
 * <pre>{@code
 * System.out.println(PublishedFigures.table());
 * }</pre>
 */
public final class PublishedFigures {
  private PublishedFigures() {}

  /** Returns all of them, source by source. */
  public static List<PublishedFigure> all() {
    return Stream.of(
            CountDown.figures(), PiWithALock.figures(), Convoy.figures(), FreeThreads.figures())
        .flatMap(List::stream)
        .toList();
  }

  /** Simulates all of them; a few seconds. */
  public static List<Comparison> compare() {
    return all().stream().map(PublishedFigure::compare).toList();
  }

  /** Simulates all and returns a table: a line each, and what was assumed under each source. */
  public static String table() {
    StringBuilder text = new StringBuilder(heading());
    String source = "";
    for (Comparison each : compare()) {
      PublishedFigure figure = each.figure();
      if (!figure.source().equals(source)) {
        source = figure.source();
        text.append("\n").append(source).append("\n  on ").append(figure.machine()).append("\n");
        text.append(
            figure.assumptions().stream()
                .map(it -> "  " + it + "\n")
                .collect(Collectors.joining()));
      }
      text.append(each).append("\n");
    }
    return text.toString();
  }

  private static String heading() {
    return String.format(
        Locale.ROOT, "%-58s %10s %10s %7s%n", "", "published", "simulated", "ratio");
  }
}
