package interlock.gil.machine;

import org.jspecify.annotations.Nullable;

/** An object whose reference count, or a variable whose value, threads share. */
public final class SharedObject {
  private final String name;
  private long expected;
  private long found;

  private int lastCore = -1;
  private long lineBusyUntil;
  private @Nullable SimThread owner;

  SharedObject(String name) {
    this.name = name;
  }

  /** The first thread that has to do with it is the one that made it. */
  public void madeBy(SimThread thread) {
    if (owner == null) {
      owner = thread;
    }
  }

  /** Returns the thread that made it. */
  public @Nullable SimThread owner() {
    return owner;
  }

  /** A thread changes it until a moment, in nanoseconds of virtual time. */
  public void changedBy(SimThread thread, long untilNanos) {
    lastCore = thread.core();
    lineBusyUntil = untilNanos;
  }

  /** Returns the core that changed it last, whose cache has the line; −1 for none. */
  public int lastCore() {
    return lastCore;
  }

  /** Returns until when a change of the line takes, in nanoseconds of virtual time. */
  public long lineBusyUntil() {
    return lineBusyUntil;
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
