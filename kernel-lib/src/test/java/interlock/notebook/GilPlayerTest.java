package interlock.notebook;

import static interlock.gil.workload.Actions.compute;
import static interlock.gil.workload.Actions.millis;
import static interlock.gil.workload.Actions.thread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.gil.SimulatedGil;
import interlock.gil.policy.GilPolicy;
import interlock.gil.timeline.Timeline;
import interlock.gil.workload.Workload;
import interlock.notebook.widget.Control;
import interlock.notebook.widget.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class GilPlayerTest {
  private static final GilPolicy POLICY = GilPolicy.of("3.11");

  private static Timeline run(String policy) {
    return SimulatedGil.of(GilPolicy.of(policy))
        .run(
            Workload.of(
                "two count", thread("A", compute(millis(20))), thread("B", compute(millis(20)))));
  }

  private static List<String> labels(GilPlayer player) {
    return player.controls().stream().map(Control::label).toList();
  }

  @Test
  void player_showsTheRunAndItsLock() {
    GilPlayer player = new GilPlayer(List.of(run("3.11")), POLICY.protocol());
    String text = player.picture().text();
    assertTrue(text.startsWith("two count, CPython 3.11\nNow: 0 s\n"), text);
    assertTrue(text.contains("\n\nThe lock at 0 s\n"), text);
    assertEquals(
        List.of("zoom", "go to", "in a second passes", "play"), labels(player).subList(0, 4));
    assertEquals(2, player.controls().stream().filter(Row.class::isInstance).count());
  }

  @Test
  void twoRuns_areOnOneClockWithoutAProtocol() {
    GilPlayer player = new GilPlayer(List.of(run("3.11"), run("2.7")), List.of());
    String text = player.picture().text();
    assertTrue(text.startsWith("Two runs on one clock\n"), text);
    assertFalse(text.contains("The lock at"), text);
  }

  @Test
  void runWithoutALock_hasNoButtonsForIt() {
    GilPlayer player = new GilPlayer(List.of(run("3.14t")), POLICY.protocol());
    assertFalse(player.picture().text().contains("The lock at"));
    assertTrue(player.controls().stream().noneMatch(Row.class::isInstance));
  }
}
