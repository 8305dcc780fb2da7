package interlock.view;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A timeline: a lane for each thread, worker or process, a bar for each stretch of time that it
 * spends in one state, and a flag for each event, above an axis of time.
 *
 * <pre>{@code
 * Lanes.of("Two cooks, one oven", "time in minutes")
 *     .lane("cook 1", new Bar(0, 3, Ink.RUNS, "chop"), new Bar(3, 5, Ink.WAITS, "oven"))
 *     .lane("cook 2", new Bar(0, 5, Ink.HOLDS, "bake"))
 *     .flag(5, "oven free")
 * }</pre>
 *
 * <p>It never changes: each call returns another. Without words of its own its text equivalent
 * lists every bar. Each lane can be reached by keyboard, and says its bars.
 *
 * @param title what is shown
 * @param axis what the axis counts, with its unit, such as {@code "time in ms"}
 * @param lanes from top to bottom
 * @param flags events, which reach over all lanes
 * @param names what an ink means here, where that is not its own {@link Ink#meaning}
 * @param words the text equivalent; empty for a list of all bars
 */
public record Lanes(
    String title,
    String axis,
    List<Lane> lanes,
    List<Flag> flags,
    Map<Ink, String> names,
    String words)
    implements Picture {

  /**
   * A thread, worker or process over time.
   *
   * @param label its name
   * @param bars what it does, in order of time, none over another
   */
  public record Lane(String label, List<Bar> bars) {
    /**
     * Checks the order of the bars.
     *
     * @throws IllegalArgumentException if two bars overlap
     */
    public Lane {
      bars = List.copyOf(bars);
      for (int i = 1; i < bars.size(); i++) {
        Bar before = bars.get(i - 1);
        double slack = 1e-9 * Math.max(1, Math.abs(before.to()));
        if (bars.get(i).from() < before.to() - slack) {
          throw new IllegalArgumentException(
              "Lane %s is in one state at a time: %s begins before %s has ended"
                  .formatted(label, bars.get(i), before));
        }
      }
    }
  }

  /**
   * A stretch of time in one state.
   *
   * @param from its beginning, in the unit of the axis
   * @param to its end, not before {@code from}
   * @param state one of the six {@link Ink#meanings}
   * @param label a word or two, or empty; what does not fit into the bar is cut
   */
  public record Bar(double from, double to, Ink state, String label) {
    /**
     * Checks the stretch and its ink.
     *
     * @throws IllegalArgumentException if it ends before it begins, or the ink means no state
     */
    public Bar {
      if (!(Double.isFinite(from) && Double.isFinite(to) && from <= to)) {
        throw new IllegalArgumentException(
            "A bar begins before it ends: not from %s to %s".formatted(from, to));
      }
      if (!state.isMeaning()) {
        throw new IllegalArgumentException(
            "The ink of a bar means a state: one of %s, not %s".formatted(Ink.meanings(), state));
      }
    }
  }

  /**
   * An event at one moment.
   *
   * @param at when, in the unit of the axis
   * @param label what happens
   */
  public record Flag(double at, String label) {
    public Flag {
      if (!Double.isFinite(at)) {
        throw new IllegalArgumentException("Flag %s needs a moment, not %s".formatted(label, at));
      }
    }
  }

  public Lanes {
    lanes = List.copyOf(lanes);
    flags = List.copyOf(flags);
    names = Map.copyOf(names);
  }

  /** Returns a timeline without lanes. */
  public static Lanes of(String title, String axis) {
    return new Lanes(title, axis, List.of(), List.of(), Map.of(), "");
  }

  /** Adds a lane below the others. */
  public Lanes lane(String label, Bar... bars) {
    return lane(label, List.of(bars));
  }

  /** Adds a lane below the others. */
  public Lanes lane(String label, List<Bar> bars) {
    return new Lanes(title, axis, with(lanes, new Lane(label, bars)), flags, names, words);
  }

  /** Adds an event. */
  public Lanes flag(double at, String label) {
    return new Lanes(title, axis, lanes, with(flags, new Flag(at, label)), names, words);
  }

  /** Says what a state is called in this picture, such as "bakes" for {@link Ink#RUNS}. */
  public Lanes call(Ink state, String name) {
    Map<Ink, String> more = new EnumMap<>(Ink.class);
    more.putAll(names);
    more.put(state, name);
    return new Lanes(title, axis, lanes, flags, more, words);
  }

  /** Replaces the text equivalent. */
  public Lanes say(String text) {
    return new Lanes(title, axis, lanes, flags, names, text);
  }

  @Override
  public String html() {
    return new LanesDrawing(this).svg();
  }

  @Override
  public String text() {
    return words.isEmpty() ? list() : words;
  }

  private String list() {
    List<String> lines = new ArrayList<>(List.of(title, "Across: " + axis));
    lanes.forEach(lane -> lines.add(describe(lane)));
    flags.forEach(flag -> lines.add("at " + number(flag.at()) + ": " + flag.label()));
    return String.join("\n", lines);
  }

  /** Returns what a state is called in this picture. */
  String name(Ink state) {
    return names.getOrDefault(state, state.meaning());
  }

  /** Returns a lane in words. */
  String describe(Lane lane) {
    return lane.label()
        + ": "
        + (lane.bars().isEmpty()
            ? "nothing"
            : lane.bars().stream().map(this::describe).collect(Collectors.joining("; ")));
  }

  /** Returns a bar in words. */
  String describe(Bar bar) {
    return name(bar.state())
        + (bar.label().isEmpty() ? "" : " (" + bar.label() + ")")
        + " from "
        + number(bar.from())
        + " to "
        + number(bar.to());
  }

  /** Returns the moments that the axis has to hold: 0 is always one of them. */
  double[] moments() {
    Stream<Double> bars =
        lanes.stream()
            .flatMap(lane -> lane.bars().stream())
            .flatMap(b -> Stream.of(b.from(), b.to()));
    return Stream.concat(Stream.concat(Stream.of(0.0), bars), flags.stream().map(Flag::at))
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  private String number(double moment) {
    return Numbers.of(moments()).format(moment).replaceFirst("\\.0+$", "");
  }

  private static <T> List<T> with(List<T> list, T more) {
    List<T> longer = new ArrayList<>(list);
    longer.add(more);
    return longer;
  }
}
