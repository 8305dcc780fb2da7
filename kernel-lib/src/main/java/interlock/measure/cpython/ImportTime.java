package interlock.measure.cpython;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one module cost at import.
 *
 * @param module its full name
 * @param own the time without what it imported itself
 * @param withImports the time with that
 */
public record ImportTime(String module, Duration own, Duration withImports) {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.]*");
  private static final Pattern LINE =
      Pattern.compile("import time:\\s+(\\d+) \\|\\s+(\\d+) \\|\\s+(\\S+)");

  static List<ImportTime> measure(CPython python, String... modules) throws InterruptedException {
    for (String module : modules) {
      if (!NAME.matcher(module).matches()) {
        throw new IllegalArgumentException("'%s' is no name of a Python module".formatted(module));
      }
    }
    String program = modules.length == 0 ? "" : "import " + String.join(", ", modules);
    try {
      Process process =
          new ProcessBuilder(
                  python.executable().toString(), "-I", "-X", "importtime", "-c", program)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        return read(python, process);
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(python + " cannot be started", impossible);
    }
  }

  private static List<ImportTime> read(CPython python, Process process)
      throws IOException, InterruptedException {
    process.getOutputStream().close();
    List<ImportTime> imports = new ArrayList<>();
    String last = "";
    try (BufferedReader in = process.errorReader()) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        Matcher matcher = LINE.matcher(line);
        if (matcher.matches()) {
          imports.add(
              new ImportTime(matcher.group(3), micros(matcher.group(1)), micros(matcher.group(2))));
        }
        last = line;
      }
    }
    if (process.waitFor() != 0) {
      throw new PythonEndedException(python + " could not import: " + last);
    }
    imports.sort(Comparator.comparing(ImportTime::own).reversed());
    return List.copyOf(imports);
  }

  private static Duration micros(String number) {
    return Duration.of(Long.parseLong(number), ChronoUnit.MICROS);
  }
}
