package interlock.gil.real;

import interlock.gil.advice.Job;
import interlock.gil.advice.Way;
import interlock.measure.Durations;
import interlock.measure.Measurement;
import interlock.measure.cpython.CPython;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A job done for real: on this machine's CPython and on the JVM. Python is a count-down, released
 * code a key derivation in C, waiting a sleep; on the JVM both computations are the same loop.
 *
 * @param job the job
 * @param workers how many workers share it, 1 to 64
 * @param repeats how often each way is measured, 1 to 100
 */
public record RealJob(Job job, int workers, int repeats) {
  private static final Duration INTERVAL = Duration.ofMillis(5);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  public RealJob {
    within("workers", workers, 64);
    within("repeats", repeats, 100);
    Duration once = job.piece().multipliedBy(job.pieces());
    if (once.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "A job of %s on one thread is too long to measure: make it 10 s or less"
              .formatted(Durations.format(once)));
    }
  }

  private static void within(String what, int number, int most) {
    if (number < 1 || number > most) {
      throw new IllegalArgumentException(
          "A real job has 1 to %d %s, not %d".formatted(most, what, number));
    }
  }

  /**
   * Measures a CPython with its lock: one thread, threads and processes. A free-threaded one
   * measures its threads as {@link Way#FREE_THREADED}.
   *
   * @throws InterruptedException if the thread is interrupted; the processes are ended
   */
  public Map<Way, Measurement> onPython(CPython python) throws InterruptedException {
    Map<String, Object> inputs =
        Map.of(
            "pieces", job.pieces(),
            "workers", workers,
            "python", Durations.seconds(job.python()),
            "released", Durations.seconds(job.released()),
            "waiting", Durations.seconds(job.waiting()),
            "kind", job.copied().kind().name().toLowerCase(Locale.ROOT),
            "objects", job.copied().objects(),
            "repeats", repeats);
    Map<?, ?> found = new PythonProgram("job").run(python, inputs).as(Map.class);
    Map<Way, Measurement> measured = new EnumMap<>(Way.class);
    measured.put(Way.ONE_THREAD, samples("CPython: one thread", found.get("one")));
    measured.put(
        python.hasGil() ? Way.THREADS : Way.FREE_THREADED,
        samples("CPython: threads", found.get("threads")));
    measured.put(Way.PROCESSES, samples("CPython: processes", found.get("processes")));
    return measured;
  }

  private static Measurement samples(String label, @Nullable Object nanos) {
    List<Duration> samples = new ArrayList<>();
    for (Object each : (List<?>) Objects.requireNonNull(nanos)) {
      samples.add(Duration.ofNanos(((Number) each).longValue()));
    }
    return new Measurement(label, samples);
  }

  /**
   * Measures the JVM: threads that share a real lock as {@link Way#THREADS}, threads that share
   * none as {@link Way#FREE_THREADED}.
   *
   * @throws InterruptedException if the thread is interrupted; no thread is left
   */
  public Map<Way, Measurement> onJvm() throws InterruptedException {
    Work work = Work.measured();
    Map<Way, Measurement> measured = new EnumMap<>(Way.class);
    measured.put(Way.THREADS, onJvm(work, new RealGil(INTERVAL), "JVM with a lock"));
    measured.put(Way.FREE_THREADED, onJvm(work, new Unlocked(), "JVM without a lock"));
    return measured;
  }

  private Measurement onJvm(Work work, Interpreter interpreter, String label)
      throws InterruptedException {
    List<JvmThreads.Body> bodies = new ArrayList<>();
    for (int i = 0; i < workers; i++) {
      int share = job.share(workers, i);
      bodies.add(() -> {
        for (int piece = 0; piece < share; piece++) {
          piece(work, interpreter);
        }
      });
    }
    List<Duration> samples = new ArrayList<>();
    for (int repeat = 0; repeat < repeats; repeat++) {
      samples.add(Duration.ofNanos(JvmThreads.time(interpreter, bodies)));
    }
    return new Measurement(label, samples);
  }

  private void piece(Work work, Interpreter interpreter) throws InterruptedException {
    work.compute(interpreter, (double) job.python().toNanos());
    if (!job.released().isZero()) {
      interpreter.released(() -> {
        work.computeUnchecked((double) job.released().toNanos());
        return true;
      });
    }
    if (!job.waiting().isZero()) {
      interpreter.released(() -> {
        Thread.sleep(job.waiting());
        return true;
      });
    }
  }
}
