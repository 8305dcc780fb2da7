package interlock.notebook.widget;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole number that counts up by itself between two ends when it is played, with a slider beside
 * it that shows where it is.
 */
public final class Play extends ControlState<Integer> {
  private static final Duration SHORTEST = Duration.ofMillis(10);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final SliderScale<Integer> scale;
  private volatile Duration interval = Duration.ofMillis(200);

  private Play(String label, SliderScale<Integer> scale) {
    super("play", label, (int) scale.min());
    this.scale = scale;
  }

  /**
   * A play that takes five steps a second unless {@link #every} says otherwise.
   *
   * @throws IllegalArgumentException if the label is blank or {@code min} is not below {@code max}
   */
  public static Play of(@Nullable String label, int min, int max) {
    String checked = checked("play", label);
    return new Play(checked, SliderScale.ofIntegers("play '" + checked + "'", min, max));
  }

  /**
   * Sets the time between two steps.
   *
   * @return this play
   * @throws IllegalArgumentException if it is below 10 ms or above a minute
   */
  public Play every(Duration interval) {
    if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "The play '%s' steps every 10 ms to 60 s, but is given %s ms."
              .formatted(label(), interval.toMillis()));
    }
    this.interval = interval;
    return this;
  }

  /**
   * Sets the value.
   *
   * @return this play
   * @throws IllegalArgumentException if the value is outside the play's range
   */
  public Play start(int value) {
    if (value < scale.min() || value > scale.max()) {
      throw new IllegalArgumentException(
          "The play '%s' goes from %.0f to %.0f, so it cannot start at %d."
              .formatted(label(), scale.min(), scale.max(), value));
    }
    take(value);
    return this;
  }

  @Override
  String told() {
    return value().toString();
  }

  @Override
  String key() {
    return "value";
  }

  @Override
  Object toPage(Integer value) {
    return value;
  }

  @Override
  @Nullable Integer fromPage(Object sent) {
    return scale.fromPage(sent);
  }

  /** The page itself moves play and slider together: it then shows each step at once. */
  @Override
  Model build(Face<Integer> face) {
    Model play = face.open(Kind.PLAY, Kind.STYLE, playing(), Map.of("flex", "0 0 auto"));
    Model slider =
        face.open(Kind.INT_SLIDER, Kind.SLIDER_STYLE, scale.state(1), Map.of("flex", "1 1 auto"));
    face.board()
        .open(
            Kind.LINK,
            Map.of(
                "source", List.of(play.reference(), "value"),
                "target", List.of(slider.reference(), "value")));
    return face.board().box(Kind.HBOX, List.of(play, slider), Slider.LAYOUT);
  }

  private Map<String, Object> playing() {
    return Map.of(
        "min",
        scale.of(scale.min()),
        "max",
        scale.of(scale.max()),
        "step",
        1,
        "interval",
        interval.toMillis(),
        "playing",
        false,
        "repeat",
        false,
        "show_repeat",
        true,
        "disabled",
        false);
  }
}
