package interlock.gil.published;

import interlock.gil.machine.MachineModel;
import java.util.List;

/** A Mac of 2009 or 2010 with Mac OS X, as far as it is known. */
final class OldMac {
  /** Fitted: with it, the count-down of two threads on four cores takes 1.97 times as long. */
  static final long CALL_NANOS = 1_900;

  /** Fitted: with it, talk 3's π takes 3.58 times as long on two threads. */
  static final long CALL_OF_THE_TALK_NANOS = 6_000;

  private static final long WAKE_UP_NANOS = 10_000;
  private static final long QUANTUM_NANOS = 10_000_000;

  static final List<String> ASSUMPTIONS =
      List.of(
          "fitted: a release that wakes, or finds a woken waiter, is a system call of 1.9 µs, from"
              + " the count-down of two threads on 4 cores; where it says so, of 6 µs, from π",
          "assumed: a woken thread runs 10 µs later on an idle core",
          "assumed: the scheduler's quantum is 10 ms, and a woken thread does not preempt");

  private OldMac() {}

  static MachineModel cores(int cores, long instructionPicos, long callNanos) {
    return MachineModel.ofCores(cores)
        .with()
        .boost(false)
        .timeSliceNanos(QUANTUM_NANOS)
        .systemCallNanos(callNanos)
        .wakeCallNanos(callNanos)
        .idleWakeCallNanos(callNanos)
        .wakeUpNanos(WAKE_UP_NANOS)
        .deepWakeUpNanos(WAKE_UP_NANOS)
        .instructionPicos(instructionPicos)
        .model();
  }
}
