package interlock.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.gil.policy.GilPolicy.ProtocolLine;
import interlock.gil.timeline.Step.Kind;
import interlock.gil.timeline.Timeline;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProtocolViewTest {
  private static final Timeline RUN = GilRuns.twoCounters(9);
  private static final List<ProtocolLine> PROTOCOL =
      List.of(
          new ProtocolLine(Kind.WAITS, "COND_TIMED_WAIT(…)", "Python/ceval_gil.h, take_gil"),
          new ProtocolLine(Kind.REQUESTS, "SET_GIL_DROP_REQUEST()", "Python/ceval_gil.h, take_gil"),
          new ProtocolLine(Kind.DROPS, "gil->locked = 0", "Python/ceval_gil.h, drop_gil"),
          new ProtocolLine(Kind.TAKES, "gil->locked = 1", "Python/ceval_gil.h, take_gil"));

  static ProtocolView dropping() {
    return ProtocolView.of(RUN, PROTOCOL, 0, 5_002_000);
  }

  @Test
  void text_saysHolderWaitersFlagSwitchesAndSource() {
    assertEquals(
        """
        The lock at 5.002 ms
        Free
        Wanted by worker since 0 s, for 5.00 ms
        Drop request: up
        Switch number: 1
        Last: main gives the lock up, at 5.002 ms
        Source: gil->locked = 0 (Python/ceval_gil.h, drop_gil)\
        """,
        dropping().text());
  }

  @Test
  void picture_marksOneStepAndRingsWhatChanged() throws Exception {
    Markup markup = Markup.parse(dropping().html());
    List<String> words = markup.texts("text");
    assertTrue(words.containsAll(List.of("nobody", "up", "worker", "gil->locked = 0")));
    assertEquals(1, markup.values("class").stream().filter("s-changed"::equals).count());
  }

  @Test
  void lockWithoutRequests_showsNoFlag() throws Exception {
    List<ProtocolLine> ticks =
        PROTOCOL.stream().filter(line -> line.kind() != Kind.REQUESTS).toList();
    ProtocolView view = ProtocolView.of(RUN, ticks, 0, 5_002_000);
    assertFalse(view.text().contains("Drop request"));
    assertFalse(Markup.parse(view.html()).texts("text").contains("drop request"));
  }

  @Test
  void beforeTheFirstStep_nobodyHasAsked() throws Exception {
    Timeline late = GilRuns.of("main").end("Nothing", 1000);
    ProtocolView view = ProtocolView.of(late, PROTOCOL, 0, 0);
    assertTrue(view.text().contains("nobody has asked for the lock yet"), view.text());
    Markup.parse(view.html());
  }

  @Test
  void stepper_goesFromTheLastTakeToTheNext() {
    Stepper stepper = ProtocolView.stepper(RUN, PROTOCOL, RUN.handOvers().get(1));
    assertEquals("worker takes the lock, at 5.028 ms", stepper.captions().getFirst());
    assertEquals("main takes the request down, at 10.028 ms", stepper.captions().getLast());
    assertTrue(stepper.captions().contains("worker gives the lock up, at 10.002 ms"));
  }

  @Test
  void stepperThroughTooMuch_isRefusedInOneSentence() {
    Timeline busy = GilRuns.twoCounters(50);
    assertEquals(
        "A stepper goes through 1 to 80 steps, not 504: choose another window of time",
        assertThrows(
                IllegalArgumentException.class,
                () -> ProtocolView.stepper(busy, PROTOCOL, 0, new TimeWindow(0, 10_000_000_000L)))
            .getMessage());
  }

  @Test
  void hostileNames_showAsText() throws Exception {
    String script = "<script>alert('&\"')</script>";
    Timeline run = GilRuns.twoCounters(script, "y".repeat(400), 3);
    Stepper stepper = ProtocolView.stepper(run, PROTOCOL, run.handOvers().getFirst());
    assertFalse(stepper.html().contains("<script"));
    Markup.parse(stepper.html());
  }
}
