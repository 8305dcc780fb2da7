package interlock.gil.timeline;

/** What a simulated thread is doing. It is in exactly one state from its start to its end. */
public enum State {
  /** Runs on a core and holds the interpreter lock. */
  RUNS_WITH_GIL(0, "runs with the GIL"),
  /** Runs on a core without the interpreter lock: in a system call, in released code. */
  RUNS_WITHOUT_GIL(1, "runs without the GIL"),
  /** Holds the interpreter lock, but the operating system has given its core to another. */
  HOLDS_OFF_CORE(2, "holds the GIL, has no core"),
  /** Could run, and waits for the operating system to give it a core. */
  WAITS_FOR_CORE(3, "waits for a core"),
  /** Waits for the interpreter lock. */
  WAITS_FOR_GIL(4, "waits for the GIL"),
  /** Waits for a lock, a condition or a queue of the program. */
  WAITS_FOR_LOCK(5, "waits for a lock"),
  /** Waits for a device or for another process. */
  WAITS_FOR_IO(6, "waits for I/O"),
  /** Sleeps until a time of its own choice. */
  SLEEPS(7, "sleeps");

  private static final State[] ALL = values();

  private final int code;
  private final String words;

  State(int code, String words) {
    this.code = code;
    this.words = words;
  }

  /** Returns the state in words, as a legend says it. */
  public String words() {
    return words;
  }

  /** Returns whether a thread in this state is on a core. */
  public boolean onCore() {
    return this == RUNS_WITH_GIL || this == RUNS_WITHOUT_GIL;
  }

  /** Returns whether a thread in this state holds the interpreter lock. */
  public boolean holdsGil() {
    return this == RUNS_WITH_GIL || this == HOLDS_OFF_CORE;
  }

  /** Returns the place of the state in columns and tables, from 0. */
  public int code() {
    return code;
  }

  /** Returns the state with a code. */
  public static State of(int code) {
    return ALL[code];
  }
}
