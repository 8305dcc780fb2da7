package interlock.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.gil.timeline.Cause;
import interlock.gil.timeline.Ending;
import interlock.gil.timeline.Figures;
import interlock.gil.timeline.HandOver;
import interlock.gil.timeline.LockTrack;
import interlock.gil.timeline.Step;
import interlock.gil.timeline.Timeline;
import interlock.notebook.Playhead.Controls;
import interlock.notebook.Playhead.Jump;
import interlock.view.TimeWindow;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlayheadTest {
  private static final long MS = 1_000_000;
  private static final Controls START = new Controls(0, 0, MS, 0);

  private final Playhead playhead = new Playhead(List.of(run()), START);

  /** A second; the lock goes over at 100 and 200 ms, with a step 1 ms before each. */
  private static Timeline run() {
    Figures figures =
        new Figures(
            "3.11",
            1000 * MS,
            List.of(),
            List.of(),
            new EnumMap<>(Cause.class),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            0,
            new Ending.Completed());
    return new Timeline(
        "run",
        List.of(),
        List.of(new LockTrack("python", List.of(drop(99), drop(199)))),
        List.of(handOver(100), handOver(200)),
        figures,
        1000 * MS);
  }

  private static Step drop(long millis) {
    return new Step(millis * MS, 0, Step.Kind.DROPS, -1);
  }

  private static HandOver handOver(long millis) {
    return new HandOver(millis * MS - 1000, millis * MS, 0, 1, Cause.IO, 0);
  }

  private static Controls zoomed(int frame) {
    return new Controls(50, 0, MS, frame);
  }

  @Test
  void start_isAllOfTheRun() {
    playhead.follow(START);
    assertEquals(0, playhead.now());
    assertEquals(new TimeWindow(0, 1000 * MS), playhead.window());
  }

  @Test
  void frames_moveByTheSpeed() {
    playhead.follow(new Controls(0, 0, MS, 7));
    assertEquals(7 * MS, playhead.now());
    playhead.follow(new Controls(0, 0, MS, 3));
    assertEquals(3 * MS, playhead.now());
  }

  @Test
  void anotherSpeed_goesOnFromWhereItWas() {
    playhead.follow(new Controls(0, 0, MS, 10));
    playhead.follow(new Controls(0, 0, 10 * MS, 10));
    assertEquals(10 * MS, playhead.now());
    playhead.follow(new Controls(0, 0, 10 * MS, 11));
    assertEquals(20 * MS, playhead.now());
  }

  @Test
  void anotherPlace_isGoneTo() {
    playhead.follow(new Controls(0, 0, MS, 10));
    playhead.follow(new Controls(0, 50, MS, 10));
    assertEquals(500 * MS, playhead.now());
    playhead.follow(new Controls(0, 50, MS, 12));
    assertEquals(502 * MS, playhead.now());
  }

  @Test
  void end_isNotLeft() {
    playhead.follow(new Controls(0, 100, MS, 5000));
    playhead.follow(new Controls(0, 100, MS, 9000));
    assertEquals(1000 * MS, playhead.now());
    assertEquals(1000 * MS, playhead.window().toNanos());
  }

  @Test
  void jumps_goFromHandOverToHandOverAndBack() {
    assertEquals(100 * MS, after(Jump.NEXT_HAND_OVER));
    assertEquals(200 * MS, after(Jump.NEXT_HAND_OVER));
    assertEquals(1000 * MS, after(Jump.NEXT_HAND_OVER));
    assertEquals(200 * MS, after(Jump.PREVIOUS_HAND_OVER));
    assertEquals(199 * MS, after(Jump.PREVIOUS_STEP));
    assertEquals(100 * MS, after(Jump.PREVIOUS_HAND_OVER));
    assertEquals(199 * MS, after(Jump.NEXT_STEP));
  }

  private long after(Jump jump) {
    playhead.jump(jump);
    playhead.follow(START);
    return playhead.now();
  }

  @Test
  void severalJumps_areAllDone() {
    playhead.jump(Jump.NEXT_HAND_OVER);
    playhead.jump(Jump.NEXT_HAND_OVER);
    playhead.follow(START);
    assertEquals(200 * MS, playhead.now());
    playhead.follow(new Controls(0, 0, MS, 1));
    assertEquals(201 * MS, playhead.now());
  }

  @Test
  void zoom_goesByEqualRatiosDownToAMicrosecond() {
    playhead.follow(zoomed(0));
    assertEquals(MS, playhead.window().nanos());
    playhead.follow(new Controls(100, 0, MS, 0));
    assertEquals(Playhead.SHORTEST, playhead.window().nanos());
  }

  @Test
  void zoom_keepsThePlayheadWhereItIsOnThePage() {
    playhead.follow(new Controls(0, 50, MS, 0));
    playhead.follow(new Controls(50, 50, MS, 0));
    TimeWindow window = playhead.window();
    assertEquals(0.5, (double) (playhead.now() - window.fromNanos()) / window.nanos(), 0.01);
  }

  @Test
  void window_staysUntilThePlayheadLeavesIt() {
    playhead.follow(zoomed(0));
    TimeWindow first = playhead.window();
    playhead.jump(Jump.NEXT_HAND_OVER);
    playhead.follow(zoomed(0));
    TimeWindow second = playhead.window();
    assertTrue(second.holds(100 * MS) && !second.equals(first), second.toString());
    playhead.follow(new Controls(50, 0, 1000, 1));
    assertEquals(second, playhead.window());
  }

  @Test
  void emptyRun_hasAWindow() {
    Figures none = run().figures();
    Timeline empty = new Timeline("none", List.of(), List.of(), List.of(), none, 0);
    Playhead still = new Playhead(List.of(empty), START);
    still.follow(new Controls(100, 100, MS, 10));
    assertEquals(new TimeWindow(0, Playhead.SHORTEST), still.window());
  }
}
