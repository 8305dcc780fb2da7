package interlock.gil.machine;

/**
 * The bursts of work that threads do on their cores: when each ends, and how much of it is done.
 */
final class Bursts {
  private static final long FULL = 1000;

  private final SimulatedMachine machine;
  private final EventQueue events;
  private final Scheduler scheduler;

  Bursts(SimulatedMachine machine, EventQueue events, Scheduler scheduler) {
    this.machine = machine;
    this.events = events;
    this.scheduler = scheduler;
  }

  /** What is left of a burst is done from now on: sets the event of its end. */
  void set(SimThread t) {
    long speed = scheduler.speed(t);
    t.speed = speed;
    t.burstStart = machine.now();
    long time =
        speed == FULL
            ? t.left
            : t.left / speed * FULL + (t.left % speed * FULL + speed - 1) / speed;
    events.set(machine.slot(t), machine.now() + time);
  }

  /** Counts what a running thread has done of its burst up to now. */
  void settle(SimThread t) {
    long time = machine.now() - t.burstStart;
    did(t, Math.min(t.left, t.speed == FULL ? time : time * t.speed / FULL), time);
    t.burstStart = machine.now();
  }

  /** A burst is done. */
  void end(SimThread t) {
    did(t, t.left, machine.now() - t.burstStart);
    t.burstStart = machine.now();
  }

  private static void did(SimThread t, long work, long time) {
    t.left -= work;
    t.ran += time;
    if (t.phase == Phase.COMPUTE) {
      t.computeLeft -= work;
      t.gapPosition += work;
    }
  }

  /** A thread that computes on a core has to come to its next check point. */
  void computeAnew(SimThread t) {
    if (t.runs && t.phase == Phase.COMPUTE && t != machine.current()) {
      settle(t);
      long gap = t.gil.checkGapNanos();
      t.gapPosition %= gap;
      t.left = Math.min(t.computeLeft, gap - t.gapPosition);
      set(t);
    }
  }
}
