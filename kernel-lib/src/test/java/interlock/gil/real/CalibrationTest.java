package interlock.gil.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import interlock.gil.machine.MachineModel;
import interlock.measure.cpython.CPython;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is measured of a machine, and the machine that is made of it. */
@Timeout(120)
class CalibrationTest {
  private final Calibration shipped = Calibration.defaults();

  @Test
  void everyQuantity_isPrintedWithItsExperiment() {
    String printed = shipped.toString();
    for (Quantity quantity : Quantity.values()) {
      assertTrue(printed.contains(quantity.title()), quantity.title());
      assertTrue(printed.contains(quantity.source()), quantity.source());
    }
    assertTrue(printed.contains("2026-11-21"));
  }

  @Test
  void machine_hasTheMeasuredTimes() {
    MachineModel machine =
        shipped
            .with(Quantity.WAKE_UP, new Spread(9_000, 10_000, 12_000))
            .with(Quantity.LOOP, new Spread(15, 16, 17))
            .machineModel(4);
    assertEquals(4, machine.cores());
    assertEquals(10_000, machine.wakeUpNanos());
    assertEquals(2_000, machine.instructionPicos());
    assertEquals(1, machine.siblings());
  }

  @Test
  void slowPairOfCores_isTakenForSiblings() {
    Spread ratio = new Spread(1.5, 1.6, 1.7);
    MachineModel machine = shipped.with(Quantity.BOTH_OVER_ONE, ratio).machineModel(4);
    assertEquals(2, machine.siblings());
    assertEquals(667, machine.siblingPermille(), "by the least disturbed");
    assertEquals(1, shipped.with(Quantity.BOTH_OVER_ONE, ratio).machineModel(1).siblings());
  }

  @Test
  void wakingCall_isNoLongerThanTheWakeUp() {
    MachineModel machine =
        shipped
            .with(Quantity.WAKE_UP, new Spread(9_000, 10_000, 12_000))
            .with(Quantity.WAKE_CALL, new Spread(9_000, 15_000, 20_000))
            .machineModel(2);
    assertEquals(10_000, machine.idleWakeCallNanos());
  }

  @Test
  void machineOfNonsense_isStillAMachine() {
    Calibration odd = shipped;
    for (Quantity quantity : Quantity.values()) {
      odd = odd.with(quantity, new Spread(0, 0, 0));
    }
    assertEquals(1, odd.machineModel(2).instructionPicos());
  }

  @Test
  void medianOfRounds_isTakenQuantityByQuantity() {
    Calibration low = shipped.with(Quantity.SEND, new Spread(1, 1, 1));
    Calibration high = shipped.with(Quantity.SEND, new Spread(9, 9, 9));
    Calibration middle = shipped.with(Quantity.SEND, new Spread(5, 5, 5));
    assertEquals(5, Calibration.median(List.of(high, low, middle)).of(Quantity.SEND));
  }

  @Test
  void lackingQuantity_isRefused() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Calibration("none", "3.11", shipped.day(), Map.of()));
    assertTrue(String.valueOf(refused.getMessage()).contains("LOOP"));
  }

  @Test
  void spreadOutOfOrder_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Spread(2, 1, 3));
    assertThrows(IllegalArgumentException.class, () -> new Spread(-1, 1, 3));
    assertThrows(IllegalArgumentException.class, () -> new Spread(1, 2, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Spread.of(List.of()));
  }

  @Test
  void spreadOfSamples_isInterpolated() {
    assertEquals(new Spread(1.4, 3, 4.6), Spread.of(List.of(5.0, 1.0, 3.0, 2.0, 4.0)));
  }

  @Test
  void thisMachine_isMeasured() throws InterruptedException {
    CPython python = CPython.here().orElse(null);
    assumeTrue(python != null, () -> CPython.missing().orElse(""));
    List<String> said = new ArrayList<>();
    Calibration here = Calibration.of(python, said::add);
    assertFalse(said.isEmpty());
    assertTrue(here.of(Quantity.LOOP) > 0);
    assertTrue(here.of(Quantity.SEND) > 0);
    assertEquals(python.version(), here.python());
    here.machineModel();
  }
}
