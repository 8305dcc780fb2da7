package interlock.parallel.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** The last lines that a child wrote to its standard error, to say why it ended. */
public final class ErrorTail {
  private static final int LINES = 20;
  private static final String EXPECTED = "WARNING: Using incubator modules";

  private final Deque<String> lines = new ArrayDeque<>();
  private final Thread reader;

  /** Starts to read; otherwise a child that writes much would wait for ever. */
  public ErrorTail(Process process) {
    reader =
        Thread.ofPlatform()
            .daemon()
            .name("interlock-stderr-" + process.pid())
            .start(() -> read(process));
  }

  private void read(Process process) {
    try (BufferedReader in = process.errorReader()) {
      in.lines().filter(line -> !line.startsWith(EXPECTED)).forEach(this::add);
    } catch (IOException | RuntimeException gone) {
      // Nothing more to read.
    }
  }

  private synchronized void add(String line) {
    lines.add(line);
    if (lines.size() > LINES) {
      lines.remove();
    }
  }

  /** Returns all that was written, as the end of a sentence: empty, or a colon and the text. */
  public String text() {
    try {
      // The process has ended; a grandchild that holds the stream open must not hold us up.
      reader.join(Duration.ofSeconds(1));
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
    synchronized (this) {
      return lines.isEmpty() ? "" : ": " + String.join(" / ", lines);
    }
  }
}
