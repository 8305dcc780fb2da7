package interlock.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A run cut into phases such as start-up, input, core and output, each measured several times.
 *
 * @param label what ran, such as {@code Java}
 * @param parts a measurement for each phase, in the order of the run; its label is the phase's name
 */
public record Phases(String label, List<Measurement> parts) {
  /** The name of the phase before a program's first line. */
  public static final String START_UP = "start-up";

  /** Copies the parts; refuses a run without phases and two phases of one name. */
  public Phases {
    parts = List.copyOf(parts);
    Set<String> names =
        parts.stream().map(Measurement::label).collect(Collectors.toCollection(LinkedHashSet::new));
    if (parts.isEmpty() || names.size() != parts.size()) {
      throw new IllegalArgumentException(
          "A run has phases with a name each, not "
              + parts.stream().map(Measurement::label).toList());
    }
  }

  /**
   * Returns the phases of several equal runs. A phase that a run left out took no time in it.
   *
   * @param runs for each run, its phases in their order
   * @throws IllegalArgumentException if there is no run, or no phase in any
   */
  public static Phases of(String label, List<SequencedMap<String, Duration>> runs) {
    Set<String> names =
        runs.stream()
            .flatMap(run -> run.sequencedKeySet().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<Measurement> parts = new ArrayList<>();
    for (String name : names) {
      parts.add(
          new Measurement(
              name, runs.stream().map(run -> run.getOrDefault(name, Duration.ZERO)).toList()));
    }
    return new Phases(label, parts);
  }

  /** Returns this run with a phase in front, such as the start of its process. */
  public Phases after(Measurement first) {
    List<Measurement> more = new ArrayList<>(List.of(first));
    more.addAll(parts);
    return new Phases(label, more);
  }

  /** Returns this run under another label. */
  public Phases named(String other) {
    return new Phases(other, parts);
  }

  /**
   * Returns one phase.
   *
   * @throws IllegalArgumentException if the run has no phase of this name
   */
  public Measurement part(String name) {
    return parts.stream()
        .filter(part -> part.label().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "The run '%s' has no phase '%s', only %s"
                    .formatted(label, name, parts.stream().map(Measurement::label).toList())));
  }

  /** Returns the sum of the phases' medians. */
  public Duration total() {
    return parts.stream().map(Measurement::median).reduce(Duration.ZERO, Duration::plus);
  }

  /**
   * Returns the whole runs: for each, the sum of its phases.
   *
   * @throws IllegalStateException if the phases were not measured equally often
   */
  public Measurement whole() {
    int runs = parts.getFirst().runs();
    List<Duration> sums = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      Duration sum = Duration.ZERO;
      for (Measurement part : parts) {
        if (part.runs() != runs) {
          throw new IllegalStateException(
              "The phases of '%s' were not measured equally often".formatted(label));
        }
        sum = sum.plus(part.samples().get(i));
      }
      sums.add(sum);
    }
    return new Measurement(label, sums);
  }

  /** Returns a phase's median as a share of the total, from 0 to 1; 0 if nothing took time. */
  public double share(String name) {
    double total = Durations.seconds(total());
    return total == 0 ? 0 : Durations.seconds(part(name).median()) / total;
  }

  /** Returns each phase's median, in the order of the run. */
  public SequencedMap<String, Duration> medians() {
    SequencedMap<String, Duration> medians = new LinkedHashMap<>();
    parts.forEach(part -> medians.put(part.label(), part.median()));
    return medians;
  }

  @Override
  public String toString() {
    return medians().entrySet().stream()
        .map(Phases::say)
        .collect(
            Collectors.joining(", ", label + ": ", "; " + Durations.format(total()) + " in all"));
  }

  private static String say(Map.Entry<String, Duration> part) {
    return part.getKey() + " " + Durations.format(part.getValue());
  }
}
