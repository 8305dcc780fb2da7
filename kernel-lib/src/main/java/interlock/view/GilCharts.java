package interlock.view;

import interlock.gil.timeline.Cause;
import interlock.gil.timeline.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The figures of a simulated run as charts.
 *
 * <p>{@link SimulatedSpeedup} sets simulated and measured speedups in one chart, {@link
 * LatencyChart} distributions of latencies, {@link ThreadShares} what each thread did.
 */
public final class GilCharts {
  private GilCharts() {}

  /**
   * Draws how often the lock went to another thread, by cause, the most frequent first.
   *
   * @throws IllegalArgumentException if it never did
   */
  public static Picture switches(String title, Figures figures) {
    List<Map.Entry<Cause, Long>> causes =
        figures.handOvers().entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .sorted(Map.Entry.<Cause, Long>comparingByValue().reversed())
            .toList();
    if (causes.isEmpty()) {
      throw new IllegalArgumentException(
          "The lock never went to another thread in this run, so there are no causes to draw");
    }
    List<String> labels = causes.stream().map(entry -> entry.getKey().words()).toList();
    double[] counts = causes.stream().mapToDouble(Map.Entry::getValue).toArray();
    return SvgChart.of(Charts.bars(title, labels, counts, "hand-overs"));
  }

  /**
   * Draws the share of the run in which each core ran a thread.
   *
   * @throws IllegalArgumentException if the machine had no core
   */
  public static Picture utilization(String title, Figures figures) {
    int cores = figures.coreBusyNanos().size();
    int alone = GilRows.alone(cores);
    List<String> labels = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    for (int core = 0; core < alone; core++) {
      labels.add("core " + core);
      shares.add(percent(figures.utilization(core)));
    }
    if (alone < cores) {
      labels.add("mean of " + (cores - alone) + " other cores");
      shares.add(
          percent(
              IntStream.range(alone, cores).mapToDouble(figures::utilization).average().orElse(0)));
    }
    double[] values = shares.stream().mapToDouble(share -> share).toArray();
    return SvgChart.of(Charts.bars(title, labels, values, "% of the run"));
  }

  private static double percent(double share) {
    return Math.round(share * 1000) / 10.0;
  }
}
