package interlock.gil.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the cores did between two looks. */
class QuietMachineTest {
  private static final String BEFORE = "cpu  100 0 100 1000 50 0 0 0 7 7";

  @Test
  void share_isWhatWasNotIdle() {
    assertEquals(0, QuietMachine.busy(BEFORE, "cpu  100 0 100 1080 70 0 0 0 7 7"));
    assertEquals(0.25, QuietMachine.busy(BEFORE, "cpu  120 0 105 1075 50 0 0 0 7 7"));
    assertEquals(1, QuietMachine.busy(BEFORE, "cpu  150 0 140 1000 50 0 0 10 7 7"));
  }

  @Test
  void unknown_isQuiet() {
    assertEquals(0, QuietMachine.busy("", ""));
    assertEquals(0, QuietMachine.busy(BEFORE, BEFORE));
  }

  @Test
  void machine_isQuietOnceItsCoresAreIdle() throws InterruptedException {
    Iterator<String> looks =
        List.of(
                BEFORE,
                "cpu  160 0 100 1000 50 0 0 0 0 0",
                "cpu  160 0 100 1000 50 0 0 0 0 0",
                "cpu  160 0 100 1060 50 0 0 0 0 0")
            .iterator();
    assertTrue(new QuietMachine(looks::next, 0).await(60));
    assertFalse(looks.hasNext());
  }
}
