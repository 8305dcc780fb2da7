package interlock.notebook;

import interlock.view.Html;
import interlock.view.Picture;
import interlock.view.Theme;
import java.time.Duration;

/**
 * One state of a {@link Progress}.
 *
 * @param done steps done, at most {@code total}
 * @param ended whether no more steps will come
 */
record ProgressBar(String label, long done, long total, Duration elapsed, boolean ended)
    implements Picture {

  @Override
  public String html() {
    return """
    <div class="ilk progress"><style>%s</style><span>%s</span>\
    <progress max="%d" value="%d" aria-label="%s"></progress><span>%s</span></div>\
    """
        .formatted(
            Theme.css(),
            Html.escape(label),
            Math.max(1, total),
            total == 0 ? 1 : done,
            Html.escape(label),
            Html.escape(figures()));
  }

  @Override
  public String text() {
    return label + ": " + figures();
  }

  private String figures() {
    String count = "%,d of %,d".formatted(done, total);
    if (done == 0 || elapsed.isZero()) {
      return count;
    }
    String rate = count + " · " + perSecond(done / seconds(elapsed));
    if (ended) {
      return rate + (done < total ? " · stopped after " : " · done in ") + span(seconds(elapsed));
    }
    return rate + " · " + span(seconds(elapsed) / done * (total - done)) + " left";
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  static String perSecond(double rate) {
    return rate >= 10 ? "%,.0f/s".formatted(rate) : "%.2g/s".formatted(rate);
  }

  /** A span of time in the two largest units that it fills. */
  static String span(double seconds) {
    if (seconds < 10) {
      return "%.1f s".formatted(seconds);
    }
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    return whole < 3600
        ? "%d min %02d s".formatted(whole / 60, whole % 60)
        : "%d h %02d min".formatted(whole / 3600, whole / 60 % 60);
  }
}
