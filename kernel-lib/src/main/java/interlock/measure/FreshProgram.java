package interlock.measure;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The main class of a fresh virtual machine: says when its first line runs, and then how long each
 * phase of {@link NearestPoints} took.
 */
public final class FreshProgram {
  private static final long NANOS = 1_000_000_000;

  private FreshProgram() {}

  /**
   * Runs.
   *
   * @param arguments none, or the files to read and to write
   */
  public static void main(String[] arguments) throws IOException {
    Instant first = Instant.now();
    PrintStream out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out));
    out.println(first.getEpochSecond() * NANOS + first.getNano());
    if (arguments.length == 2) {
      for (String phase : NearestPoints.report(Path.of(arguments[0]), Path.of(arguments[1]))) {
        out.println(phase);
      }
    }
    out.flush();
  }
}
