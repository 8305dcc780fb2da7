package interlock.gil.machine;

import org.jspecify.annotations.Nullable;

/** An object whose reference count, or a variable whose value, threads share. */
public final class SharedObject {
  private final String name;
  private long expected;
  private long found;

  /** The core that changed it last: its cache has the line. */
  public int lastCore = -1;

  /** Until when a change of the line takes, in nanoseconds of virtual time. */
  public long lineBusyUntil;

  /** The thread that made it. */
  public @Nullable SimThread owner;

  SharedObject(String name) {
    this.name = name;
  }

  /** Adds what should have been counted, and what was. */
  public void add(long should, long did) {
    expected += should;
    found += did;
  }

  /** Returns the value. */
  public long value() {
    return found;
  }

  /** Writes a value that was read before, plus 1. */
  public void write(long read) {
    expected++;
    found = read + 1;
  }

  /** Returns what the value would be if no update had been lost. */
  public long expected() {
    return expected;
  }

  /** Returns the name. */
  public String name() {
    return name;
  }
}
