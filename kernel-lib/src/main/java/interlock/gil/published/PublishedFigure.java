package interlock.gil.published;

import interlock.gil.timeline.Ending;
import interlock.gil.timeline.Figures;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/**
 * A figure that somebody has published, and the simulation to set beside it.
 *
 * @param what what was measured
 * @param published the figure
 * @param unit its unit, such as {@code "times as long"}
 * @param use whether a parameter of the simulation was fitted to it
 * @param source who published it, where and when
 * @param workload what the simulation runs
 * @param machine what it runs on, real and simulated
 * @param assumptions what is not known of the machine and the program, and was assumed or fitted
 * @param simulation runs it; the same value each time
 */
public record PublishedFigure(
    String what,
    double published,
    String unit,
    Use use,
    String source,
    String workload,
    String machine,
    List<String> assumptions,
    DoubleSupplier simulation) {
  /** What a figure is to the model. */
  public enum Use {
    /** A parameter was chosen so that it comes out. */
    FITTED("fitted"),
    /** Nothing was chosen for it. */
    PREDICTED("predicted");

    private final String words;

    Use(String words) {
      this.words = words;
    }

    /** Returns the use in a word. */
    public String words() {
      return words;
    }
  }

  public PublishedFigure {
    assumptions = List.copyOf(assumptions);
    if (!(published > 0)) {
      throw new IllegalArgumentException("A published figure is above 0, not " + published);
    }
  }

  /** Simulates it. */
  public Comparison compare() {
    return new Comparison(this, simulation.getAsDouble());
  }

  /**
   * A figure and its simulation.
   *
   * @param figure the figure
   * @param simulated what the simulation gave, in the same unit
   */
  public record Comparison(PublishedFigure figure, double simulated) {
    /** Returns the simulated value over the published one: 1 if they agree. */
    public double ratio() {
      return simulated / figure.published();
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%-58s %,10.2f %,10.2f %7.2f  %-9s %s",
          figure.what(),
          figure.published(),
          simulated,
          ratio(),
          figure.use().words(),
          figure.unit());
    }
  }

  /** Returns the makespan of a run in nanoseconds, which must have come to its end. */
  static double nanos(Figures run) {
    if (!(run.ending() instanceof Ending.Completed)) {
      throw new IllegalStateException(run.toString());
    }
    return run.makespanNanos();
  }
}
