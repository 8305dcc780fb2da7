package interlock.scaling;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The time of one number of workers, term by term.
 *
 * @param workers 1 or more
 * @param seconds the seconds of every term, 0 for one that costs nothing
 */
public record Terms(int workers, Map<Term, Double> seconds) {
  /** A term of {@link SpeedupModel}: something that takes time. */
  public enum Term {
    /** What one worker does while the others wait. */
    SERIAL("serial part"),
    /** Each worker's own share of what can be divided. */
    PARALLEL("parallel part"),
    /** What workers wait beyond their own share, because they get in each other's way. */
    BOTTLENECK("bottleneck"),
    /** Getting the workers ready. */
    START_UP("start-up"),
    /** What workers tell each other. */
    COMMUNICATION("communication");

    private final String words;

    Term(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /** Copies the map, in the order of the terms, and fills in what is missing with 0. */
  public Terms {
    requireWorkers(workers);
    Map<Term, Double> complete = new EnumMap<>(Term.class);
    for (Term term : Term.values()) {
      double value = seconds.getOrDefault(term, 0.0);
      requireSeconds("The " + term, value);
      complete.put(term, value);
    }
    seconds = Collections.unmodifiableMap(complete);
  }

  /** Returns the seconds of one term. */
  public double of(Term term) {
    return seconds.getOrDefault(term, 0.0);
  }

  /** Returns the sum of the terms, in seconds. */
  public double total() {
    return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Returns a term's share of the total, from 0 to 1. */
  public double share(Term term) {
    double total = total();
    return total == 0 ? 0 : of(term) / total;
  }

  /** Returns the term that eats most of the time. */
  public Term largest() {
    return seconds.entrySet().stream()
        .max(Comparator.comparingDouble(Map.Entry::getValue))
        .orElseThrow()
        .getKey();
  }

  static void requireWorkers(int workers) {
    if (workers < 1) {
      throw new IllegalArgumentException("A speedup needs 1 worker or more, not " + workers);
    }
  }

  static void requireSeconds(String what, double seconds) {
    if (!(seconds >= 0 && seconds < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(what + " takes 0 seconds or more, not " + seconds);
    }
  }

  @Override
  public String toString() {
    return seconds.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .map(entry -> "%s %.3g s".formatted(entry.getKey(), entry.getValue()))
        .collect(
            Collectors.joining(
                " + ",
                "%d %s: ".formatted(workers, workers == 1 ? "worker" : "workers"),
                " = %.3g s".formatted(total())));
  }
}
