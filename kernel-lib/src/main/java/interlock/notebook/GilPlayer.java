package interlock.notebook;

import interlock.gil.policy.GilPolicy.ProtocolLine;
import interlock.gil.timeline.Timeline;
import interlock.notebook.Playhead.Jump;
import interlock.notebook.widget.Button;
import interlock.notebook.widget.Checkbox;
import interlock.notebook.widget.Control;
import interlock.notebook.widget.Dropdown;
import interlock.notebook.widget.Play;
import interlock.notebook.widget.Row;
import interlock.notebook.widget.Slider;
import interlock.view.GilTimeline;
import interlock.view.Picture;
import interlock.view.ProtocolView;
import interlock.view.SideBySide;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Plays simulated runs on the page: a timeline that is zoomed from the whole run to a microsecond,
 * played at a chosen speed, and moved from hand-over to hand-over and from step to step, with the
 * lock's protocol at the moment of the playhead.
 *
 * <pre>{@code
 * GilPlayer.show(timeline, policy.protocol());
 * GilPlayer.compare(one, other);
 * }</pre>
 *
 * <p>Where no widget can be, the beginning of the run is shown.
 */
public final class GilPlayer {
  private static final Duration FRAME = Duration.ofMillis(50);
  private static final int MOST_FRAMES = 20_000;
  private static final long FRAMES_A_SECOND = Duration.ofSeconds(1).dividedBy(FRAME);

  private final List<Timeline> runs;
  private final List<ProtocolLine> protocol;
  private final Slider<Integer> zoom = Slider.of("zoom", 0, Playhead.MOST_ZOOM);
  private final Slider<Double> place =
      Slider.of("go to", 0.0, 100.0).step(0.1).unit("% of the run");
  private final Dropdown<Long> speed;
  private final Play play = Play.of("play", 0, MOST_FRAMES).every(FRAME);
  private final Checkbox cores = Checkbox.of("lanes are cores", false);
  private final Checkbox steps = Checkbox.of("show the protocol", true);
  private final Playhead playhead;

  GilPlayer(List<Timeline> runs, List<ProtocolLine> protocol) {
    this.runs = List.copyOf(runs);
    this.protocol = List.copyOf(protocol);
    long longest = 1;
    for (Timeline run : runs) {
      longest = Math.max(longest, run.recordedNanos());
    }
    this.speed = Dropdown.of("in a second passes", speeds());
    this.speed.start(speedOf(longest / 10));
    this.playhead = new Playhead(runs, settings());
  }

  /** Shows a run with its lock's protocol. */
  public static void show(Timeline run, List<ProtocolLine> protocol) {
    new GilPlayer(List.of(run), protocol).show();
  }

  /** Shows two runs on one clock. */
  public static void compare(Timeline one, Timeline other) {
    new GilPlayer(List.of(one, other), List.of()).show();
  }

  private static Map<String, Long> speeds() {
    Map<String, Long> speeds = new LinkedHashMap<>();
    speeds.put("1 s", 1_000_000_000L);
    speeds.put("100 ms", 100_000_000L);
    speeds.put("10 ms", 10_000_000L);
    speeds.put("1 ms", 1_000_000L);
    speeds.put("100 µs", 100_000L);
    speeds.put("10 µs", 10_000L);
    speeds.put("1 µs", 1_000L);
    return speeds;
  }

  /** Returns the fastest speed that is not faster than this; the slowest if there is none. */
  private static long speedOf(long nanosASecond) {
    long chosen = 1_000;
    for (long speed : speeds().values()) {
      chosen = speed <= nanosASecond ? Math.max(chosen, speed) : chosen;
    }
    return chosen;
  }

  private Playhead.Controls settings() {
    return new Playhead.Controls(
        zoom.value(), place.value(), speed.value() / FRAMES_A_SECOND, play.value());
  }

  private void show() {
    Notebook.interact(this::picture, controls().toArray(Control<?>[]::new));
  }

  /** Returns the controls, from top to bottom. */
  List<Control<?>> controls() {
    List<Control<?>> controls = new ArrayList<>(List.of(zoom, place, speed, play));
    if (runs.stream().anyMatch(GilPlayer::isLocked)) {
      controls.add(
          Row.of(
              button("‹ hand-over", Jump.PREVIOUS_HAND_OVER),
              button("‹ step", Jump.PREVIOUS_STEP),
              button("step ›", Jump.NEXT_STEP),
              button("hand-over ›", Jump.NEXT_HAND_OVER)));
    }
    controls.add(hasProtocol() ? Row.of(cores, steps) : cores);
    return controls;
  }

  private Button button(String label, Jump jump) {
    return Button.of(label, () -> playhead.jump(jump));
  }

  private boolean hasProtocol() {
    return runs.size() == 1 && isLocked(runs.getFirst()) && !protocol.isEmpty();
  }

  /** Returns whether any thread ever came to a lock. */
  private static boolean isLocked(Timeline run) {
    return run.locks().stream().anyMatch(lock -> !lock.steps().isEmpty());
  }

  /** Makes the picture that the controls ask for now. */
  Picture picture() {
    playhead.follow(settings());
    GilTimeline timeline = new GilTimeline(runs, playhead.window(), cores.value(), playhead.now());
    return hasProtocol() && steps.value()
        ? SideBySide.of(timeline, ProtocolView.of(runs.getFirst(), protocol, 0, playhead.now()))
        : timeline;
  }
}
