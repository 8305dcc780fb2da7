package interlock.gil.timeline;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A timeline as a trace file for Perfetto: open {@code https://ui.perfetto.dev} in a browser,
 * choose "Open trace file", and give it the file. It is read in the browser and not sent anywhere.
 * Chromium's {@code about:tracing} reads it too.
 *
 * <p>There is a group of tracks for the cores, one for the interpreter locks, and one for each
 * process with a track for each thread. A slice is a stretch in one state; an instant is a step of
 * a lock's protocol; an arrow is a hand-over. It leaves a nanosecond before the lock is given up,
 * for it has to begin within the slice of the one that held it.
 *
 * <p>It is written piece by piece, some 130 bytes for each slice, step and end of an arrow.
 *
 * <p>Source: the Trace Event Format, JSON object format, of the Chromium project's Catapult: events
 * {@code X}, {@code i}, {@code s}, {@code f} and {@code M}; times in microseconds.
 */
public final class PerfettoTrace {
  private static final int CORES = 1;
  private static final int LOCKS = 2;
  private static final int FIRST_PROCESS = 3;

  /** Track numbers: those of cores, locks and threads never meet, nor any process's number. */
  private static final int FIRST_CORE = 1_000;

  private static final int FIRST_LOCK = 1_000_000;
  private static final int FIRST_THREAD = 10_000_000;

  private final Timeline run;
  private final JsonEvents json;
  private final Map<String, Integer> processes = new LinkedHashMap<>();

  private PerfettoTrace(Timeline run, Appendable out) {
    this.run = run;
    this.json = new JsonEvents(out);
    for (ThreadTrack thread : run.threads()) {
      processes.putIfAbsent(thread.process(), FIRST_PROCESS + processes.size());
    }
  }

  /**
   * Writes a timeline to a file, over one that is there.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public static Path write(Timeline run, Path file) {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      write(run, out);
    } catch (IOException e) {
      throw new UncheckedIOException("The trace could not be written to " + file, e);
    }
    return file;
  }

  /**
   * Writes a timeline as text.
   *
   * @throws IOException if {@code out} does
   */
  public static void write(Timeline run, Appendable out) throws IOException {
    new PerfettoTrace(run, out).write();
  }

  private void write() throws IOException {
    json.open(run.title());
    names();
    for (int i = 0; i < run.threads().size(); i++) {
      stretches(i, run.threads().get(i));
    }
    for (int i = 0; i < run.locks().size(); i++) {
      holders(i, run.locks().get(i));
      steps(run.locks().get(i));
    }
    int number = 0;
    for (HandOver handOver : run.handOvers()) {
      arrow(number++, handOver);
    }
    json.close();
  }

  private void names() throws IOException {
    json.processName(CORES, "cores");
    for (int core = 0; core < run.figures().coreBusyNanos().size(); core++) {
      json.trackName(CORES, FIRST_CORE + core, "core " + core);
    }
    json.processName(LOCKS, "interpreter locks");
    for (int lock = 0; lock < run.locks().size(); lock++) {
      json.trackName(LOCKS, FIRST_LOCK + lock, run.locks().get(lock).name());
    }
    for (Map.Entry<String, Integer> process : processes.entrySet()) {
      json.processName(process.getValue(), "process " + process.getKey());
    }
    for (int i = 0; i < run.threads().size(); i++) {
      json.trackName(process(i), FIRST_THREAD + i, run.threads().get(i).name());
    }
  }

  private int process(int thread) {
    return processes.getOrDefault(run.threads().get(thread).process(), FIRST_PROCESS);
  }

  private void stretches(int number, ThreadTrack thread) throws IOException {
    int process = process(number);
    for (Stretch it : thread.stretches()) {
      String what = it.what().isEmpty() ? "" : ": " + it.what();
      json.slice(
          process, FIRST_THREAD + number, it.state().words() + what, it.fromNanos(), it.toNanos());
      if (it.core() >= 0) {
        json.slice(CORES, FIRST_CORE + it.core(), thread.name(), it.fromNanos(), it.toNanos());
      }
    }
  }

  private void holders(int number, LockTrack lock) throws IOException {
    int holder = -1;
    long since = 0;
    for (Step step : lock.steps()) {
      if (step.kind() == Step.Kind.TAKES) {
        holder = step.thread();
        since = step.atNanos();
      } else if (step.kind() == Step.Kind.DROPS && holder >= 0) {
        holds(number, holder, since, step.atNanos());
        holder = -1;
      }
    }
    if (holder >= 0) {
      holds(number, holder, since, run.recordedNanos());
    }
  }

  private void holds(int lock, int holder, long from, long to) throws IOException {
    json.slice(LOCKS, FIRST_LOCK + lock, run.threads().get(holder).name(), from, to);
  }

  private void steps(LockTrack lock) throws IOException {
    for (Step step : lock.steps()) {
      String other = step.other() < 0 ? "" : ", " + run.threads().get(step.other()).name();
      json.instant(
          process(step.thread()),
          FIRST_THREAD + step.thread(),
          step.kind().words() + other,
          step.atNanos());
    }
  }

  private void arrow(int number, HandOver it) throws IOException {
    String cause = it.cause().words();
    long from = Math.max(0, it.droppedNanos() - 1);
    // A thread that takes the lock to end at once has no slice any more at that moment.
    boolean there = run.threads().get(it.to()).at(it.takenNanos()) != null;
    long to = there ? it.takenNanos() : it.takenNanos() - 1;
    json.arrow("s", number, process(it.from()), FIRST_THREAD + it.from(), cause, from);
    json.arrow("f", number, process(it.to()), FIRST_THREAD + it.to(), cause, to);
  }
}
