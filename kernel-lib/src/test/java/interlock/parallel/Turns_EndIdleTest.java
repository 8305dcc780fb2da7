package interlock.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class Turns_EndIdleTest {
  private final AtomicInteger ends = new AtomicInteger();
  private final Turns turns = new Turns(ends::incrementAndGet);

  @Test
  void afterARun_endsWhatStandsReadyOnce() throws Exception {
    turns.take(() -> "done");
    Turns.endIdle();
    Turns.endIdle();
    assertEquals(1, ends.get());
  }

  @Test
  void besideARun_leavesItAlone() throws Exception {
    turns.take(() -> {
      Thread other = Thread.ofPlatform().start(Turns::endIdle);
      other.join();
      return assertStillThere();
    });
  }

  @Test
  void withoutARun_endsNothing() {
    Turns.endIdle();
    assertEquals(0, ends.get());
  }

  private String assertStillThere() {
    assertEquals(0, ends.get());
    return "there";
  }
}
