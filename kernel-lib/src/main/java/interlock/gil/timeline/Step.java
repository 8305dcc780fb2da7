package interlock.gil.timeline;

/**
 * A step of a lock's protocol at one moment.
 *
 * @param atNanos when, in nanoseconds of virtual time
 * @param thread who takes the step: a place in {@link Timeline#threads()}
 * @param kind which step
 * @param other the thread that a signal wakes; −1 for other steps, or if nobody waits
 */
public record Step(long atNanos, int thread, Kind kind, int other) {
  /** The steps that the protocols of all interpreters are made of. */
  public enum Kind {
    /** Asks for the lock. */
    ASKS("asks for the lock"),
    /** Found it held, and waits, for a limited time if the protocol says so. */
    WAITS("waits for it"),
    /** The time is over. */
    TIMES_OUT("has waited for an interval"),
    /** Raises the flag that asks the holder to give the lock up. */
    REQUESTS("raises the drop request"),
    /** The holder comes to a check point and sees that it has to give the lock up. */
    CHECKS("sees that it has to let go"),
    /** Gives the lock up. */
    DROPS("gives the lock up"),
    /** Wakes a waiter. */
    SIGNALS("wakes a waiter"),
    /** Having been asked to drop, waits until another thread has the lock. */
    AWAITS_SWITCH("waits until another has it"),
    /** Takes the lock. */
    TAKES("takes the lock"),
    /** The flag comes down. */
    CLEARS("takes the request down");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** Returns the step in words that follow a thread's name. */
    public String words() {
      return words;
    }
  }
}
