package interlock.gil.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.gil.machine.MachineModel;
import interlock.gil.machine.SimThread;
import interlock.gil.machine.SimulatedMachine;
import org.junit.jupiter.api.Test;

/** Who gets the signal of a condition variable. */
class GlibcConditionTest {
  private final SimulatedMachine machine =
      new SimulatedMachine(
          MachineModel.ofCores(1), 1, (on, birth) -> new NoLock().lock(on, birth.name()), null);
  private final SimThread first = thread("first");
  private final SimThread second = thread("second");
  private final SimThread third = thread("third");
  private final GlibcCondition condition = new GlibcCondition();

  private SimThread thread(String name) {
    return machine.start(new SimulatedMachine.Birth(name, "main", "main", false, SimThread::end));
  }

  private void sleeps(SimThread thread) {
    condition.join(thread, 1_000);
    condition.sleep(thread);
  }

  @Test
  void nobodyWaits_nobodyIsWoken() {
    assertNull(condition.signal());
    condition.join(first, 1_000);
    assertFalse(condition.takesSignal(first), "a signal to nobody is lost");
  }

  @Test
  void sleepers_areWokenInTheirOrder() {
    sleeps(first);
    sleeps(second);
    assertSame(first, condition.signal());
    assertTrue(condition.takesSignal(first));
    assertSame(second, condition.signal());
    assertTrue(condition.takesSignal(second));
    assertNull(condition.signal());
  }

  @Test
  void whoeverIsAwake_takesTheSleepersSignal() {
    sleeps(first);
    condition.join(second, 2_000);
    assertSame(first, condition.signal());
    assertTrue(condition.takesSignal(second), "on its way into its sleep");
    assertFalse(condition.takesSignal(first), "woken in vain");
    condition.sleep(first);
    assertEquals(1_000, condition.deadline(first), "as before");
    assertSame(first, condition.signal(), "the next one is its own");
  }

  @Test
  void whoeverComesAfterASignal_isInTheNextGroup() {
    sleeps(first);
    sleeps(second);
    assertSame(first, condition.signal());
    condition.join(third, 3_000);
    assertSame(second, condition.signal());
    assertFalse(condition.takesSignal(third), "both signals are the older group's");
    assertTrue(condition.takesSignal(second));
  }

  @Test
  void whoeverGivesUp_leavesItsSignalToOthers() {
    sleeps(first);
    sleeps(second);
    assertFalse(condition.cancel(first), "nobody has signalled");
    assertSame(second, condition.signal());
    assertTrue(condition.takesSignal(second));
    assertNull(condition.signal());
  }

  @Test
  void lastOfAGroupThatGivesUpAfterTheSignal_passesItOn() {
    sleeps(first);
    condition.join(second, 1_000);
    assertSame(first, condition.signal());
    assertTrue(condition.takesSignal(first));
    assertSame(null, condition.signal());
    assertTrue(condition.cancel(second), "its signal came while it gave up");
  }
}
