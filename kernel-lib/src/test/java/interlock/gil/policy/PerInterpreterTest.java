package interlock.gil.policy;

import static interlock.gil.workload.Actions.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interlock.gil.SimulatedGil;
import interlock.gil.workload.Workload;
import org.junit.jupiter.api.Test;

class PerInterpreterTest {
  private static final Workload FOUR = Cases.threads("four", 4, _ -> compute(millis(20)));

  @Test
  void interpreters_runInParallel() {
    SimulatedGil machine = SimulatedGil.of(PerInterpreter.v312()).cores(4);
    assertEquals(4, machine.measure(FOUR.asInterpreters()).speedupOver(machine.measure(FOUR)), 0.1);
  }

  @Test
  void threadsOfOneInterpreter_takeTurns() {
    SimulatedGil machine = SimulatedGil.of(PerInterpreter.v312()).cores(4);
    assertTrue(machine.measure(FOUR).makespanNanos() > 80_000_000);
  }

  @Test
  void interpretersOfAnOlderVersion_takeTurns() {
    SimulatedGil machine = SimulatedGil.of(TimedDrop.v311()).cores(4);
    assertTrue(machine.measure(FOUR.asInterpreters()).makespanNanos() > 80_000_000);
  }

  @Test
  void eachInterpreter_hasALockOfItsOwn() {
    SimulatedGil machine = SimulatedGil.of(PerInterpreter.v312());
    assertEquals(4, machine.run(FOUR.asInterpreters()).locks().size());
    assertEquals(1, machine.run(FOUR).locks().size());
  }
}
