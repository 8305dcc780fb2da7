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
      return (circle ? "deadlock: " : "nobody can go on: ") + said(waits);
    }
  }

  /**
   * A thread that waits for what another has.
   *
   * @param thread its name
   * @param what what it waits for, such as "lock 'L'"
   * @param owner the name of who has it; empty if nobody does, or it is nothing that one has
   */
  record Wait(String thread, String what, String owner) {
    @Override
    public String toString() {
      return thread + " waits for " + what + (owner.isEmpty() ? "" : ", which " + owner + " has");
    }
  }

  /**
   * The run had as many events as it may have.
   *
   * @param events how many
   * @param waits what the threads waited for that only another thread can set free, daemons left
   *     out
   */
  record EventLimit(long events, List<Wait> waits) implements Ending {
    public EventLimit {
      waits = List.copyOf(waits);
    }

    @Override
    public String toString() {
      return "stopped after %,d events: %s"
          .formatted(events, waits.isEmpty() ? "a thread may never end" : said(waits));
    }
  }

  /**
   * The run came to the virtual time at which it was to be left.
   *
   * @param time when
   * @param waits what the threads waited for that only another thread can set free, daemons left
   *     out
   */
  record TimeLimit(Duration time, List<Wait> waits) implements Ending {
    public TimeLimit {
      waits = List.copyOf(waits);
    }

    @Override
    public String toString() {
      return "left after %s s of virtual time%s"
          .formatted(time.toNanos() / 1e9, waits.isEmpty() ? "" : ": " + said(waits));
    }
  }

  /**
   * A thread went on and on with steps that take no time, so the clock stood still.
   *
   * @param thread its name
   * @param nanos the moment at which time stood still
   */
  record TimeStoodStill(String thread, long nanos) implements Ending {
    @Override
    public String toString() {
      return "stopped at %s s of virtual time: %s goes round and round in steps that take no time"
          .formatted(nanos / 1e9, thread);
    }
  }

  private static String said(List<Wait> waits) {
    int most = 8;
    String said = waits.stream().limit(most).map(Wait::toString).collect(Collectors.joining("; "));
    return waits.size() <= most ? said : said + "; and %,d more".formatted(waits.size() - most);
  }
}
