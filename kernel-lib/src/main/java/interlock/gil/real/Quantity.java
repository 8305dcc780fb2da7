package interlock.gil.real;

/**
 * What a simulated machine needs to know of a real one, and the experiment that measures it. None
 * of these experiments is one of those that simulated and real runs are compared in.
 *
 * <p>The shipped values were measured on 2 cores of an AMD EPYC (Zen 4) under KVM, Linux 6.18,
 * CPython 3.11.7, 2026-11-21.
 */
public enum Quantity {
  /** One turn of {@code while n > 0: n -= 1}: eight instructions of CPython 3.11. */
  LOOP("loop of 8 instructions", "count-down of 20,000 on one thread", 18.4, 18.6, 25),
  /** A one-byte {@code socket.send} that need not wait. */
  SEND("send that need not wait", "socket pair within one thread", 1220, 1235, 1255),
  /** A one-byte {@code socket.recv} whose byte is there. */
  RECEIVE("receive that need not wait", "socket pair within one thread", 1290, 1315, 1330),
  /** A system call that does little, as Python makes it. */
  SYSCALL("system call", "one byte through a pipe and back, half of it", 476, 481, 491),
  /** What cold caches add to a first send and receive. */
  COLD_CALL("cold send and receive", "the same after a sleep of 10 ms", 12_000, 36_000, 55_000),
  /** What it costs a thread that has itself slept to wake another one on an idle core. */
  WAKE_CALL(
      "call that wakes an idle core",
      "a write to a pipe whose reader waits, 5 ms apart",
      9_000,
      13_000,
      21_000),
  /** From a wake-up until the woken thread runs, on a core that became idle a moment ago. */
  WAKE_UP(
      "wake-up of an idle core", "a byte between two processes on two cores", 14400, 16000, 20300),
  /** The same where the core has been idle for 5 ms. */
  DEEP_WAKE_UP("wake-up after 5 ms of idling", "the same, 5 ms apart", 37000, 56000, 70000),
  /** From one thread to another one on the same core. */
  CONTEXT_SWITCH(
      "context switch", "a byte between two processes on one core, 0.5 ms apart", 2700, 3000, 3600),
  /** How much later than asked the system sets a timer. */
  TIMER_SLACK("timer slack", "what the system says of this process", 50_000, 50_000, 50_000),
  /** From a timer's expiry until the sleeper runs, on a core that became idle a moment ago. */
  TIMER_WAKE_UP("wake-up by a timer", "sleeps of 0.2 ms", 16_800, 17_600, 19_000),
  /** The same after 10 ms. */
  DEEP_TIMER_WAKE_UP("wake-up by a timer after 10 ms", "sleeps of 10 ms", 43_000, 113_000, 136_000),
  /** An uncontended {@code acquire} and {@code release} of a {@code threading.Lock}. */
  LOCK_PAIR("acquire and release of a free lock", "one thread, 2,000 times", 63, 63, 64),
  /** A {@code queue.Queue.put} beside which nobody waits. */
  PUT("put into a queue", "one thread puts and gets", 620, 640, 680),
  /** A {@code queue.Queue.get} whose item is there. */
  GET("get from a queue", "one thread puts and gets", 650, 670, 710),
  /** One random point and the test whether it lies in the circle. */
  POINT("random point", "one thread, no lock", 105, 106, 114),
  /** One addition to a shared count under a lock that is free, with the loop round it. */
  COUNTED("addition under a free lock", "one thread", 268, 278, 290),
  /** A CRC-32 of 1,024 bytes, in C and without the interpreter lock. */
  CHECKSUM("checksum of 1 KiB", "one thread, buffers of 256 KiB", 238, 241, 256),
  /** {@code Thread.start}, which waits until the thread runs. */
  THREAD_START("start of a thread", "threads that do nothing", 74_000, 76_000, 84_000),
  /** How much longer two computing processes on two cores take than one: 1 is no longer. */
  BOTH_OVER_ONE("two busy cores over one", "count-down in two processes", 0.99, 1.0, 1.01),
  /** How often a woken thread is put on the busy core that it was on, though another is idle. */
  STAYS(
      "woken on the same, busy core",
      "sleeps of 2 ms beside a process that computes half of the time",
      0.9,
      0.95,
      1);

  private final String title;
  private final String source;
  private final double low;
  private final double median;
  private final double high;

  Quantity(String title, String source, double low, double median, double high) {
    this.title = title;
    this.source = source;
    this.low = low;
    this.median = median;
    this.high = high;
  }

  /** Returns what it is, in a few words. */
  public String title() {
    return title;
  }

  /** Returns the experiment that measures it. */
  public String source() {
    return source;
  }

  /** Returns true for a ratio; all others are in nanoseconds. */
  public boolean isRatio() {
    return this == BOTH_OVER_ONE || this == STAYS;
  }

  Spread shipped() {
    return new Spread(low, median, high);
  }
}
