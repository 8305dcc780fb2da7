package interlock.gil.real;

import interlock.measure.Durations;
import interlock.measure.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One experiment, real and simulated side by side: what one chart holds.
 *
 * @param experiment what was measured
 * @param python on the real CPython
 * @param simulated on the simulated machine
 * @param jvmLocked on the JVM with a real lock in the interpreter lock's place, or null
 * @param jvmFree on the JVM without a lock, or null
 */
public record Comparison(
    Experiment experiment,
    Measurement python,
    Measurement simulated,
    @Nullable Measurement jvmLocked,
    @Nullable Measurement jvmFree) {
  /** How far the simulated median may be from the measured one, as a share of it. */
  public static final double TOLERANCE = 0.15;

  /** Returns the simulated median over the measured one. */
  public double ratio() {
    return Durations.seconds(simulated.median()) / Durations.seconds(python.median());
  }

  /** Returns true if the simulated median lies within 15 % of the measured one. */
  public boolean isNearMedian() {
    return Math.abs(ratio() - 1) <= TOLERANCE;
  }

  /** Returns true if the simulated median lies in the measured 10–90 % range. */
  public boolean isInRange() {
    return simulated.median().compareTo(python.low()) >= 0
        && simulated.median().compareTo(python.high()) <= 0;
  }

  /** Returns true if the simulation agrees: near the median, or inside the range. */
  public boolean agrees() {
    return isNearMedian() || isInRange();
  }

  /** Returns all that was measured, the real ones first. */
  public List<Measurement> measurements() {
    List<Measurement> all = new ArrayList<>(List.of(python));
    if (jvmLocked != null) {
      all.add(jvmLocked);
    }
    if (jvmFree != null) {
      all.add(jvmFree);
    }
    all.add(simulated);
    return List.copyOf(all);
  }

  /** Returns why the simulation agrees, or that it does not, in a few words. */
  public String verdict() {
    String median = isNearMedian() ? "within 15 %" : "";
    String range = isInRange() ? "in 10–90 %" : "";
    String both = median + (median.isEmpty() || range.isEmpty() ? "" : ", ") + range;
    return both.isEmpty() ? "no" : "yes: " + both;
  }

  /** Returns one line of {@link #table}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%-22s %10s %18s %10s %18s %7.2f  %s",
        experiment.name(),
        Durations.format(python.median()),
        Durations.formatRange(python.low(), python.high()),
        Durations.format(simulated.median()),
        Durations.formatRange(simulated.low(), simulated.high()),
        ratio(),
        verdict());
  }

  /** Returns the heading of lines such as {@link #toString} gives. */
  public static String heading() {
    return "%-22s %10s %18s %10s %18s %7s  %s"
        .formatted("experiment", "measured", "10–90 %", "simulated", "10–90 %", "ratio", "agrees");
  }

  /** Returns comparisons as a table, with how many agree. */
  public static String table(List<Comparison> comparisons) {
    StringBuilder table = new StringBuilder(heading());
    comparisons.forEach(each -> table.append('\n').append(each));
    long agree = comparisons.stream().filter(Comparison::agrees).count();
    return table.append("\n%d of %d agree".formatted(agree, comparisons.size())).toString();
  }
}
