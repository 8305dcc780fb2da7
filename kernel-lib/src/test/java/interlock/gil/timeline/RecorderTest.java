package interlock.gil.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecorderTest {
  private static final int RUNS = State.RUNS_WITHOUT_GIL.code();
  private static final int WAITS = State.WAITS_FOR_LOCK.code();

  private static Figures figures(long end) {
    ThreadFigures thread =
        new ThreadFigures("A", 0, end, Map.of(State.SLEEPS, end), 0, 0, Map.of());
    return new Figures(
        "none",
        end,
        List.of(thread),
        List.of(0L),
        Map.of(Cause.IO, 1L),
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        1,
        new Ending.Completed());
  }

  private static Recorder withThread(int most) {
    Recorder recorder = new Recorder(most);
    recorder.lock("main");
    recorder.thread("A", "main", 0);
    return recorder;
  }

  @Test
  void stretches_goOnUntilTheNextAndTheLastToTheEnd() {
    Recorder recorder = withThread(100);
    recorder.state(0, RUNS, 1, 0, 0);
    recorder.state(0, WAITS, -1, recorder.reason("lock 'L'"), 10);
    assertEquals(
        List.of(
            new Stretch(State.RUNS_WITHOUT_GIL, 0, 10, 1, ""),
            new Stretch(State.WAITS_FOR_LOCK, 10, 25, -1, "lock 'L'")),
        recorder.timeline("t", figures(25)).threads().getFirst().stretches());
  }

  @Test
  void stretchOfNoTime_isLeftOutAlsoAtTheEnd() {
    Recorder recorder = withThread(100);
    recorder.state(0, RUNS, 0, 0, 0);
    recorder.state(0, WAITS, -1, 0, 10);
    recorder.state(0, RUNS, 0, 0, 10);
    recorder.state(0, WAITS, -1, 0, 25);
    assertEquals(
        List.of(new Stretch(State.RUNS_WITHOUT_GIL, 0, 25, 0, "")),
        recorder.timeline("t", figures(25)).threads().getFirst().stretches());
  }

  @Test
  void recorderFull_keepsTheBeginningAndSaysUpToWhere() {
    Recorder recorder = withThread(2);
    recorder.state(0, RUNS, 0, 0, 0);
    recorder.step(0, 0, Step.Kind.ASKS, -1, 5);
    recorder.state(0, WAITS, -1, 0, 10);
    recorder.step(0, 0, Step.Kind.TAKES, -1, 20);
    Timeline run = recorder.timeline("t", figures(25));
    assertEquals(10, run.recordedNanos());
    assertEquals(25, run.endNanos());
    assertEquals(1, run.locks().getFirst().steps().size());
    assertEquals(
        List.of(new Stretch(State.RUNS_WITHOUT_GIL, 0, 10, 0, "")),
        run.threads().getFirst().stretches());
  }

  @Test
  void reasonsWithoutNumber_areAllTold() {
    Recorder recorder = withThread(300_000);
    int number = 100_000;
    for (int i = 0; i < number; i++) {
      recorder.state(0, WAITS, -1, recorder.reason("the end of " + i), i);
    }
    List<Stretch> stretches =
        recorder.timeline("t", figures(number)).threads().getFirst().stretches();
    assertEquals(number, stretches.size());
    assertEquals("the end of 70000", stretches.get(70_000).what());
    assertEquals("the end of 99999", stretches.getLast().what());
  }

  @Test
  void negativeLimit_refused() {
    assertThrows(IllegalArgumentException.class, () -> new Recorder(-1));
  }
}
