package interlock.gil.real;

import java.util.concurrent.atomic.LongAdder;

/**
 * Work for a processor of a wanted length, in turns of equal length with a check after each: what
 * the JVM does where Python computes.
 */
final class Work {
  private static final int ROUNDS_A_TURN = 64;
  private static final LongAdder SINK = new LongAdder();

  private final double nanosATurn;

  private Work(double nanosATurn) {
    this.nanosATurn = nanosATurn;
  }

  /** Measures how long a turn takes here, about 100 ms, until the compiler has done its work. */
  static Work measured() {
    double best = Double.POSITIVE_INFINITY;
    for (int run = 0; run < 50; run++) {
      long begin = System.nanoTime();
      turns(20_000);
      best = Math.min(best, (System.nanoTime() - begin) / 20_000.0);
    }
    return new Work(best);
  }

  /** Returns how many turns take so long. */
  long turnsFor(double nanos) {
    return Math.round(nanos / nanosATurn);
  }

  /** Works for so long, with a check after each turn. */
  void compute(Interpreter interpreter, double nanos) throws InterruptedException {
    long turns = turnsFor(nanos);
    long state = turns;
    for (long turn = 0; turn < turns; turn++) {
      state = turn(state);
      interpreter.check();
    }
    SINK.add(state);
  }

  /** Works until the thread is interrupted, with a check after each turn. */
  static void spin(Interpreter interpreter) throws InterruptedException {
    long state = 1;
    try {
      while (true) {
        state = turn(state);
        interpreter.check();
      }
    } finally {
      SINK.add(state);
    }
  }

  /** Works for so long without a check, as C code does that released the lock. */
  void computeUnchecked(double nanos) {
    turns(turnsFor(nanos));
  }

  private static void turns(long turns) {
    long state = turns;
    for (long turn = 0; turn < turns; turn++) {
      state = turn(state);
    }
    SINK.add(state);
  }

  /** Xorshift: each round needs the one before, so that nothing can be left out. */
  private static long turn(long from) {
    long state = from | 1;
    for (int round = 0; round < ROUNDS_A_TURN; round++) {
      state ^= state << 13;
      state ^= state >>> 7;
      state ^= state << 17;
    }
    return state;
  }
}
