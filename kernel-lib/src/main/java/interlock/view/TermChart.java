package interlock.view;

import interlock.scaling.SpeedupModel;
import interlock.scaling.Terms;
import interlock.scaling.Terms.Term;
import interlock.view.Lanes.Bar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Where a {@link SpeedupModel} says that the time goes: a lane for each number of workers, a bar
 * for each term, one after the other as in the model.
 */
public final class TermChart {
  /** In the order of a run: first the workers start, last they report. */
  private static final List<Term> ORDER =
      List.of(Term.START_UP, Term.SERIAL, Term.PARALLEL, Term.BOTTLENECK, Term.COMMUNICATION);

  private TermChart() {}

  /**
   * Returns the terms in their unit of time, as long as they are.
   *
   * @throws IllegalArgumentException if a number of workers is less than 1, or there is none
   */
  public static Lanes seconds(String title, SpeedupModel model, int... workers) {
    double longest = longest(model, workers);
    TimeUnits unit = TimeUnits.of(Duration.ofNanos((long) (longest * 1e9)));
    double perUnit = unit.count(Duration.ofSeconds(1));
    return chart(title, "time in " + unit + " (model)", model, terms -> perUnit, workers);
  }

  /**
   * Returns the terms as shares of the whole time, so that short runs show theirs as well.
   *
   * @throws IllegalArgumentException if a number of workers is less than 1, or there is none
   */
  public static Lanes shares(String title, SpeedupModel model, int... workers) {
    longest(model, workers);
    String axis = "share of the time in % (model)";
    return chart(title, axis, model, terms -> 100 / terms.total(), workers);
  }

  private static double longest(SpeedupModel model, int... workers) {
    double longest = 0;
    for (int n : workers) {
      longest = Math.max(longest, model.seconds(n));
    }
    if (workers.length == 0) {
      throw new IllegalArgumentException("A chart of terms needs a number of workers or more");
    }
    return longest;
  }

  private static Lanes chart(
      String title,
      String axis,
      SpeedupModel model,
      ToDoubleFunction<Terms> scale,
      int... workers) {
    Lanes lanes = Lanes.of(title, axis);
    for (Term term : ORDER) {
      lanes = lanes.call(ink(term), term.toString());
    }
    for (int n : workers) {
      Terms terms = model.terms(n);
      lanes = lanes.lane(n + (n == 1 ? " worker" : " workers"), bars(terms, scale));
    }
    return lanes;
  }

  private static List<Bar> bars(Terms terms, ToDoubleFunction<Terms> scale) {
    List<Bar> bars = new ArrayList<>();
    double from = 0;
    for (Term term : ORDER) {
      double to = from + terms.of(term) * scale.applyAsDouble(terms);
      if (to > from) {
        bars.add(new Bar(from, to, ink(term), ""));
      }
      from = to;
    }
    return bars;
  }

  /** What a worker does in a term is what the ink means. Start-up is time lost. */
  private static Ink ink(Term term) {
    return switch (term) {
      case SERIAL -> Ink.HOLDS;
      case PARALLEL -> Ink.RUNS;
      case BOTTLENECK -> Ink.WAITS;
      case START_UP -> Ink.GONE;
      case COMMUNICATION -> Ink.MOVES;
    };
  }
}
