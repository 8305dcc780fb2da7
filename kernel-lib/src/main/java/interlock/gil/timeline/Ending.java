package interlock.gil.timeline;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** How a simulated run ended. */
public sealed interface Ending {
  /** Every thread came to its end. */
  record Completed() implements Ending {
    @Override
    public String toString() {
      return "every thread came to its end";
    }
  }

  /**
   * Nothing can ever happen again, because threads wait for one another.
   *
   * @param waits who waits for whom: a circle, if there is one, begins with its first thread
   * @param circle whether the waits close to a circle
   */
  record Deadlock(List<Wait> waits, boolean circle) implements Ending {
    public Deadlock {
      waits = List.copyOf(waits);
    }

    @Override
    public String toString() {
      String who = waits.stream().map(Wait::toString).collect(Collectors.joining("; "));
      return (circle ? "deadlock: " : "nobody can go on: ") + who;
    }
  }

  /** A thread that waits for what another has. */
  record Wait(String thread, String what, String owner) {
    @Override
    public String toString() {
      return thread + " waits for " + what + (owner.isEmpty() ? "" : ", which " + owner + " has");
    }
  }

  /** The run had as many events as it may have. */
  record EventLimit(long events) implements Ending {
    @Override
    public String toString() {
      return "stopped after %,d events: a thread may never end".formatted(events);
    }
  }

  /** The run came to the virtual time at which it was to be left. */
  record TimeLimit(Duration time) implements Ending {
    @Override
    public String toString() {
      return "left after %s s of virtual time".formatted(time.toNanos() / 1e9);
    }
  }
}
