package interlock.view;

import interlock.measure.Durations;
import java.time.Duration;

/**
 * The unit in which a whole picture counts time: the one that gives its longest time few digits.
 */
enum TimeUnits {
  MICROSECONDS("µs", 1e-6),
  MILLISECONDS("ms", 1e-3),
  SECONDS("seconds", 1),
  MINUTES("minutes", 60),
  HOURS("hours", 3600);

  private final String words;
  private final double seconds;

  TimeUnits(String words, double seconds) {
    this.words = words;
    this.seconds = seconds;
  }

  /** Returns the largest unit of which the time has two or more; the smallest if none. */
  static TimeUnits of(Duration longest) {
    TimeUnits chosen = MICROSECONDS;
    for (TimeUnits unit : values()) {
      double least = unit == HOURS ? 5 : unit == MINUTES ? 2 : 1;
      chosen = Durations.seconds(longest) >= least * unit.seconds ? unit : chosen;
    }
    return chosen;
  }

  /** Returns a duration as a number of this unit. */
  double count(Duration duration) {
    return Durations.seconds(duration) / seconds;
  }

  /** Returns a duration with this unit's name, such as {@code 90 minutes}. */
  String say(Duration duration) {
    double count = count(duration);
    String number = Numbers.of(count).format(count);
    return number
        + " "
        + (number.equals("1") && words.endsWith("s") && seconds >= 1 ? one() : words);
  }

  private String one() {
    return words.substring(0, words.length() - 1);
  }

  @Override
  public String toString() {
    return words;
  }
}
