package interlock.view;

import interlock.gil.published.PublishedFigure;
import interlock.measure.Durations;
import interlock.parallel.Engine;
import interlock.parallel.Engines;
import interlock.parallel.StudyResult;
import interlock.parallel.StudyRow;
import java.util.List;
import java.util.stream.Stream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Values of the concept packages as Tablesaw tables, to filter, sort and show. */
public final class Tables {
  private Tables() {}

  /** Returns every engine: what runs its pieces, its most workers, and whether it is here. */
  public static Table engines() {
    return engines(Engines.all());
  }

  static Table engines(List<Engine> engines) {
    StringColumn names = StringColumn.create("Engine");
    StringColumn families = StringColumn.create("Language");
    IntColumn workers = IntColumn.create("Most workers");
    StringColumn states = StringColumn.create("Here");
    for (Engine engine : engines) {
      names.append(engine.name());
      families.append(engine.family().toString());
      workers.append(engine.maxWorkers());
      states.append(engine.unavailable().orElse("ready"));
    }
    return Table.create("Engines", names, families, workers, states);
  }

  /**
   * Returns a study's rows: speedup over the baseline of the family, numbers done a second, the
   * median time of a run and its spread (10 to 90 %, as a share of the median), and the start-up of
   * the first run. Times are in milliseconds.
   */
  public static Table study(StudyResult study) {
    StringColumn engines = StringColumn.create("Engine");
    IntColumn workers = IntColumn.create("Workers");
    DoubleColumn speedups = DoubleColumn.create("Speedup");
    DoubleColumn rates = DoubleColumn.create("Million " + study.unit() + "/s");
    DoubleColumn medians = DoubleColumn.create("Median ms");
    DoubleColumn spreads = DoubleColumn.create("Spread %");
    DoubleColumn startUps = DoubleColumn.create("Start-up ms");
    for (StudyRow row : study.rows()) {
      engines.append(row.engine());
      workers.append(row.workers());
      speedups.append(rounded(study.speedup(row), 2));
      rates.append(rounded(row.perSecond() / 1e6, 2));
      medians.append(rounded(Durations.millis(row.measurement().median()), 1));
      spreads.append(rounded(100 * row.measurement().relativeSpread(), 0));
      startUps.append(rounded(Durations.millis(row.startUp()), 1));
    }
    return Table.create(
        study.task(), engines, workers, speedups, rates, medians, spreads, startUps);
  }

  /**
   * Simulates published figures and sets the two beside each other. What a parameter was fitted to
   * is marked: it proves nothing.
   */
  public static Table published(List<PublishedFigure> figures) {
    StringColumn names = StringColumn.create("Figure");
    StringColumn units = StringColumn.create("Unit");
    DoubleColumn published = DoubleColumn.create("Published");
    DoubleColumn simulated = DoubleColumn.create("Simulated");
    DoubleColumn ratios = DoubleColumn.create("Ratio");
    StringColumn uses = StringColumn.create("Model");
    int decimals = figures.stream().anyMatch(figure -> figure.published() < 10) ? 2 : 0;
    for (PublishedFigure figure : figures) {
      PublishedFigure.Comparison both = figure.compare();
      names.append(figure.what());
      units.append(figure.unit());
      published.append(rounded(figure.published(), decimals));
      simulated.append(rounded(both.simulated(), decimals));
      ratios.append(rounded(both.ratio(), 2));
      uses.append(figure.use().words());
    }
    return Table.create(
        "Published and simulated", names, published, simulated, ratios, uses, units);
  }

  /** Returns what is known and what is assumed of published figures, each once. */
  public static Table assumptions(List<PublishedFigure> figures) {
    StringColumn lines = StringColumn.create("Source, machine and what is assumed of them");
    figures.stream()
        .flatMap(
            it -> Stream.concat(Stream.of(it.source(), it.machine()), it.assumptions().stream()))
        .distinct()
        .forEach(lines::append);
    return Table.create("Assumptions", lines);
  }

  /** A measured figure shows no more digits than its spread leaves any meaning to. */
  private static double rounded(double value, int decimals) {
    double scale = Math.pow(10, decimals);
    return Math.round(value * scale) / scale;
  }
}
