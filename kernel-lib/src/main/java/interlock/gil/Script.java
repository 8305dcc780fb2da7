package interlock.gil;

import interlock.gil.machine.Activity;
import interlock.gil.machine.SimThread;
import interlock.gil.workload.Span;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A thread plan in motion: where it is, how often its loops have still to run, what it has read.
 */
final class Script implements Activity {
  /** A step of a plan; returns whether it takes time, so that the machine has to see to it. */
  @FunctionalInterface
  interface Op {
    boolean run(Script script, SimThread thread);
  }

  private static final int MOST_AT_ONCE = 64;

  private final Op[] ops;
  private final SplittableRandom random;
  final long[] loops;
  final long[] began;
  long read;
  int place;

  /** The full name of the thread that it has started last under a name. */
  private final Map<String, String> started = new HashMap<>();

  Script(Op[] ops, int loops, int spans, SplittableRandom random) {
    this.ops = ops;
    this.loops = new long[loops];
    this.began = new long[spans];
    Arrays.fill(began, -1);
    this.random = random;
  }

  @Override
  public void next(SimThread self) {
    // A loop of steps that take no time has to come up for air, so that limits hold.
    for (int i = 0; i < MOST_AT_ONCE; i++) {
      if (ops[place++].run(this, self)) {
        return;
      }
    }
    self.askAgain();
  }

  /** Is about to start a thread, which has a number after its name if there was one before. */
  void starts(String name, String fullName) {
    started.put(name, fullName);
  }

  /** Returns the full name of the thread that it has started itself by a name; null for none. */
  @Nullable String started(String name) {
    return started.get(name);
  }

  /** Returns a time of a span, in nanoseconds, at most {@link Span#MOST_NANOS}. */
  long draw(Span span) {
    return switch (span) {
      case Span.Fixed(long nanos) -> nanos;
      case Span.Uniform(long from, long to) -> random.nextLong(from, to + 1);
      case Span.Exponential(long mean) ->
          Math.min(Span.MOST_NANOS, Math.round(-mean * StrictMath.log(1 - random.nextDouble())));
    };
  }
}
