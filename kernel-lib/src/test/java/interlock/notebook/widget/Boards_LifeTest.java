package interlock.notebook.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.notebook.Comm;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Widgets come with their cell and go when it is run again; a page may ask for all of them. */
class Boards_LifeTest {
  private final RecordedComms comms = new RecordedComms();
  private final Widgets widgets = new Widgets();
  private final Slider<Integer> cores = Slider.of("cores", 1, 64);

  @Test
  void cellRunAgain_closesWhatItHadShown() {
    for (int run = 0; run < 1000; run++) {
      widgets.interact(new TestPlace(comms, "cell"), cores::value, cores);
    }
    assertEquals(1, comms.all(Kind.INT_SLIDER).size());
    int open = comms.open.size();
    widgets.interact(new TestPlace(comms, "cell"), cores::value, cores);
    assertEquals(open, comms.open.size());
  }

  @Test
  void oneRun_keepsAllThatItShows() {
    TestPlace place = new TestPlace(comms, "cell");
    widgets.show(place, cores);
    widgets.show(place, Slider.of("other", 0, 1));
    assertEquals(2, comms.all(Kind.INT_SLIDER).size());
  }

  @Test
  void otherCell_closesNothing() {
    widgets.show(new TestPlace(comms, "one"), cores);
    widgets.show(new TestPlace(comms, "two"), cores);
    assertEquals(2, comms.all(Kind.INT_SLIDER).size());
  }

  @Test
  void cellsWithoutAnId_keepTheNewestOnly() {
    for (int run = 0; run < 3 * Boards.MOST; run++) {
      widgets.show(new TestPlace(comms, ""), cores);
    }
    assertEquals(Boards.MOST, comms.all(Kind.INT_SLIDER).size());
  }

  @Test
  void changeOfAClosedBoard_drawsNothing() {
    TestPlace old = new TestPlace(comms, "cell");
    widgets.interact(old, cores::value, cores);
    widgets.interact(new TestPlace(comms, "cell"), cores::value, cores);
    comms.one(Kind.INT_SLIDER).set("value", 3);
    assertTrue(old.waiting.isEmpty());
  }

  @Test
  void pageLoadedAgain_getsTheStateOfEveryObject() {
    widgets.interact(new TestPlace(comms, "cell"), cores::value, cores);
    RecordedComms.Line slider = comms.one(Kind.INT_SLIDER);
    slider.set("value", 5);
    comms.sent.clear();
    RecordedComms.Line asking = comms.one(Kind.VBOX);
    control().message(Map.of("method", "nonsense"), asking);
    assertEquals(List.of(), comms.sent);
    Keeper answer = new Keeper();
    control().message(Map.of("method", "request_states"), answer);
    assertEquals("update_states", answer.sent.get("method"));
    Map<String, Object> states = map(answer.sent.get("states"));
    assertEquals(comms.open.keySet(), states.keySet());
    Map<String, Object> described = map(states.get(slider.id()));
    assertEquals("IntSliderModel", described.get("model_name"));
    assertEquals(5, map(described.get("state")).get("value"));
  }

  @Test
  void oneObject_tellsItsStateWhenAsked() {
    widgets.show(new TestPlace(comms, "cell"), cores);
    comms.one(Kind.INT_SLIDER).pageSays(Map.of("method", "request_state"));
    assertEquals(List.of("update"), comms.one(Kind.INT_SLIDER).methods);
    assertEquals(1, comms.one(Kind.INT_SLIDER).state.get("value"));
  }

  private Comm.Receiver control() {
    return Objects.requireNonNull(comms.targets.get("jupyter.widget.control"));
  }

  private static Map<String, Object> map(@Nullable Object json) {
    return RecordedComms.map(json);
  }

  /** A comm that keeps the last message. */
  private static final class Keeper implements Comm {
    private Map<String, ?> sent = Map.of();

    @Override
    public String id() {
      return "keeper";
    }

    @Override
    public void send(Map<String, ?> data) {
      sent = data;
    }

    @Override
    public void close() {}
  }
}
