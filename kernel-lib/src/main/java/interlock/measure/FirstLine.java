package interlock.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;

/**
 * The start of a program: from the call that makes its process to the first line of its code.
 *
 * <p>The program prints the time of day in nanoseconds as the first thing it does; both processes
 * read the clock of one system.
 */
public final class FirstLine {
  private static final int PATIENCE_SECONDS = 60;

  private FirstLine() {}

  /**
   * Starts a program once, to fill the system's file cache, and then so many times, and measures
   * each start.
   *
   * @throws IllegalArgumentException if {@code repeats} is less than 1
   * @throws IllegalStateException if the program does not print a time within a minute
   * @throws InterruptedException if the thread is interrupted; the process is ended
   */
  public static Measurement measure(String label, int repeats, List<String> command)
      throws InterruptedException {
    if (repeats < 1) {
      throw new IllegalArgumentException("A start is measured at least 1 time, not " + repeats);
    }
    once(command);
    List<Duration> samples = new ArrayList<>();
    for (int i = 0; i < repeats; i++) {
      samples.add(once(command).sequencedValues().getFirst());
    }
    return new Measurement(label, samples);
  }

  /** Measures the phases of a program that prints, after that time, {@code name nanoseconds}. */
  static Phases phases(String label, int repeats, List<String> command)
      throws InterruptedException {
    once(command);
    List<SequencedMap<String, Duration>> runs = new ArrayList<>();
    for (int i = 0; i < repeats; i++) {
      runs.add(once(command));
    }
    return Phases.of(label, runs);
  }

  private static SequencedMap<String, Duration> once(List<String> command)
      throws InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    Instant begin = Instant.now();
    try {
      Process process = builder.start();
      try (BufferedReader out = process.inputReader()) {
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          throw new IllegalStateException(
              "%s did not end within %d s".formatted(command.get(0), PATIENCE_SECONDS));
        }
        SequencedMap<String, Duration> took = new LinkedHashMap<>();
        took.put(Phases.START_UP, since(begin, String.valueOf(out.readLine()), command));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
          String[] words = line.split(" ", 2);
          took.put(words[0], Duration.ofNanos(Long.parseLong(words[1])));
        }
        return took;
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(command.get(0) + " cannot be started", impossible);
    }
  }

  private static Duration since(Instant begin, String line, List<String> command) {
    try {
      Duration took =
          Duration.between(begin, Instant.ofEpochSecond(0, Long.parseLong(line.strip())));
      // A clock that is set back meanwhile must not make a time negative.
      return took.isNegative() ? Duration.ZERO : took;
    } catch (NumberFormatException other) {
      throw new IllegalStateException(
          "%s printed '%s' and not the time of its first line"
              .formatted(String.join(" ", command), line));
    }
  }
}
