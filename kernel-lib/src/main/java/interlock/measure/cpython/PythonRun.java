package interlock.measure.cpython;

import interlock.measure.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A program that a {@link PythonSession} runs or has run. Safe for use by many threads. */
public final class PythonRun {
  private static final String FILE = "program.py";

  private final PythonSession session;
  private final Instant asked;
  private final long askedNanos;
  private final CompletableFuture<PythonResult> result = new CompletableFuture<>();

  PythonRun(PythonSession session, Instant asked, long askedNanos) {
    this.session = session;
    this.asked = asked;
    this.askedNanos = askedNanos;
  }

  /** Returns the number of the process, for whoever watches it. */
  public long pid() {
    return session.pid();
  }

  /** Returns true until the program has ended. */
  public boolean isRunning() {
    return !result.isDone();
  }

  /**
   * Waits for the program's end. If it takes too long, or if the waiting thread is interrupted, the
   * process is ended.
   *
   * @throws PythonException if the program raises
   * @throws PythonEndedException if the process ends or is ended before its result has come back
   */
  public PythonResult await(Duration timeout) throws InterruptedException {
    try {
      return result.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      return afterEnd(
          "%s took more than %s and was ended: give it less to do, or a longer time-out"
              .formatted(session.python(), Durations.format(timeout)));
    } catch (InterruptedException stopped) {
      session.bury(session.python() + " was ended because the cell was interrupted");
      throw stopped;
    } catch (ExecutionException failed) {
      throw thrown(failed);
    }
  }

  /** Waits 30 s at most; see the other {@code await}. */
  public PythonResult await() throws InterruptedException {
    return await(CPython.TIMEOUT);
  }

  private PythonResult afterEnd(String why) throws InterruptedException {
    session.bury(why);
    try {
      return result.get();
    } catch (ExecutionException failed) {
      throw thrown(failed);
    }
  }

  private static RuntimeException thrown(ExecutionException failed) {
    Throwable cause = failed.getCause();
    return cause instanceof RuntimeException told ? told : new IllegalStateException(cause);
  }

  /** Ends the process, and with it the session. */
  public void kill() {
    session.bury(session.python() + " was ended by kill()");
  }

  void fail(RuntimeException why) {
    result.completeExceptionally(why);
  }

  /** Takes the reply; one of the wrong shape throws what a wrong cast throws. */
  void take(Map<?, ?> reply) {
    Duration wall = Duration.ofNanos(System.nanoTime() - askedNanos);
    try {
      String out = session.takeOutput();
      String err = session.takeErrors();
      switch ((String) Objects.requireNonNull(reply.get("is"))) {
        case "done" -> result.complete(done(reply, wall, out, err));
        case "failed" -> fail(failed(reply));
        case "unfit" ->
            fail(
                new IllegalStateException(
                    "The program ran, but its value cannot come back: " + reply.get("why")));
        default -> throw new ClassCastException("no such reply");
      }
    } catch (InterruptedException nobodyDoes) {
      Thread.currentThread().interrupt();
    }
  }

  private PythonResult done(Map<?, ?> reply, Duration wall, String out, String err) {
    Instant first = Instant.ofEpochSecond(0, number(reply.get("first")));
    Duration startUp = Duration.between(asked, first);
    // The two sides read the system's clock; one that is set back meanwhile must not be negative.
    return new PythonResult(
        session.python(),
        reply.get("value"),
        out,
        err,
        (int) number(reply.get("exit")),
        new PythonResult.Times(
            wall,
            startUp.isNegative() ? Duration.ZERO : startUp,
            Duration.ofNanos(number(reply.get("program"))),
            phases((Map<?, ?>) Objects.requireNonNull(reply.get("phases")))));
  }

  private static SequencedMap<String, Duration> phases(Map<?, ?> took) {
    SequencedMap<String, Duration> phases = new LinkedHashMap<>();
    took.forEach((name, nanos) -> phases.put((String) name, Duration.ofNanos(number(nanos))));
    return phases;
  }

  private static PythonException failed(Map<?, ?> reply) {
    List<PythonException.Frame> frames =
        ((List<?>) Objects.requireNonNull(reply.get("frames")))
            .stream()
                .map(frame -> (List<?>) frame)
                .map(pair ->
                    new PythonException.Frame((String) pair.get(0), (int) number(pair.get(1))))
                .toList();
    String line = (String) Objects.requireNonNull(reply.get("line"));
    String place = frames.isEmpty() ? "" : " (line %d: %s)".formatted(frames.get(0).line(), line);
    return new PythonException(
        (String) Objects.requireNonNull(reply.get("type")),
        Objects.requireNonNull(reply.get("message")) + place,
        FILE,
        frames);
  }

  private static long number(@Nullable Object value) {
    return (Long) Objects.requireNonNull(value);
  }

  @Override
  public String toString() {
    return "Program in process %d, %s".formatted(pid(), isRunning() ? "running" : "ended");
  }
}
