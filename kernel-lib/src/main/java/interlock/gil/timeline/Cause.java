package interlock.gil.timeline;

/** Why a thread gave the interpreter lock away. */
public enum Cause {
  /** A waiter's patience ran out: it asked for the lock (CPython 3.2 and later). */
  INTERVAL(0, "interval expired"),
  /** The holder had counted its ticks (CPython 2), or its bytecodes (PyPy). */
  TICKS(1, "ticks counted"),
  /** A system call that may block. */
  IO(2, "I/O"),
  /** A sleep. */
  SLEEP(3, "sleep"),
  /** A lock, condition or queue of the program that was not free. */
  LOCK(4, "lock"),
  /** Code that needs no interpreter: {@code Py_BEGIN_ALLOW_THREADS}. */
  ALLOW_THREADS(5, "Py_BEGIN_ALLOW_THREADS"),
  /** The collector or another thread stopped the world (free-threaded builds). */
  STOP_THE_WORLD(6, "stop the world"),
  /** The thread ended. */
  END(7, "end");

  private static final Cause[] ALL = values();

  private final int code;
  private final String words;

  Cause(int code, String words) {
    this.code = code;
    this.words = words;
  }

  /** Returns the cause in words. */
  public String words() {
    return words;
  }

  /** Returns the place of the cause in tables, from 0. */
  public int code() {
    return code;
  }

  /** Returns the cause with a code. */
  public static Cause of(int code) {
    return ALL[code];
  }
}
