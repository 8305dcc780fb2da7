package interlock.measure.cpython;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a CPython 3.10 or newer: the one that {@code INTERLOCK_PYTHON} names, or else the first
 * {@code python3} or {@code python} on the search path. What it finds it keeps.
 */
public final class CPythonSearch {
  /** The environment variable that names the interpreter to use. */
  public static final String VARIABLE = "INTERLOCK_PYTHON";

  private static final int SECONDS_TO_ANSWER = 20;
  private static final String HELP =
      "install Python 3.10 or newer, or set " + VARIABLE + " to its path";
  private static final String PROBE =
      """
      import sys
      print(sys.implementation.name)
      print('.'.join(map(str, sys.version_info[:3])))
      print(sys.version_info >= (3, 10))
      print(getattr(sys, '_is_gil_enabled', lambda: True)())
      print(sys.executable)
      try:
          from importlib.metadata import version
          print(version('numpy'))
      except Exception:
          print()
      """;

  private static final class Here {
    static final CPythonSearch SEARCH = new CPythonSearch(System.getenv());
  }

  private final Map<String, String> environment;
  private boolean done;
  private @Nullable CPython found;
  private String reason = "";

  /** Prepares a search with these environment variables. */
  public CPythonSearch(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** Returns the search of this process. */
  public static CPythonSearch here() {
    return Here.SEARCH;
  }

  /** Returns the interpreter, if there is one. The first call looks for it. */
  public synchronized Optional<CPython> found() {
    if (!done) {
      search();
      done = true;
    }
    return Optional.ofNullable(found);
  }

  /** Returns one sentence why there is none and what to do, or nothing. */
  public synchronized Optional<String> missing() {
    return found().isPresent() ? Optional.empty() : Optional.of(reason);
  }

  private void search() {
    String chosen = environment.getOrDefault(VARIABLE, "");
    if (!chosen.isEmpty()) {
      reason = probe(chosen).map(text -> VARIABLE + " names " + text).orElse("");
      return;
    }
    reason = "no CPython found: " + HELP;
    for (String candidate : onPath()) {
      Optional<String> refused = probe(candidate);
      if (refused.isEmpty()) {
        return;
      }
      reason = "no CPython found, only " + refused.get();
    }
  }

  private List<String> onPath() {
    String path = environment.getOrDefault("PATH", environment.getOrDefault("Path", ""));
    return Stream.of("python3", "python", "python3.exe", "python.exe")
        .flatMap(name ->
            Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> folder + File.separator + name))
        .filter(CPythonSearch::isProgram)
        .toList();
  }

  private static boolean isProgram(String file) {
    try {
      return Files.isExecutable(Path.of(file)) && !Files.isDirectory(Path.of(file));
    } catch (InvalidPathException nonsense) {
      return false;
    }
  }

  /** Asks a program what it is; returns why it will not do, or nothing if it will. */
  private Optional<String> probe(String program) {
    try {
      List<String> answer = ask(program);
      if (answer.size() != 6) {
        return Optional.of(program + ", which does not answer as a Python does: " + HELP);
      }
      if (!answer.get(0).equals("cpython") || !answer.get(2).equals("True")) {
        return Optional.of(
            "%s, which is %s %s: %s".formatted(program, answer.get(0), answer.get(1), HELP));
      }
      found =
          new CPython(
              Path.of(answer.get(4)),
              answer.get(1),
              answer.get(3).equals("True"),
              answer.get(5).isEmpty() ? null : answer.get(5));
      return Optional.empty();
    } catch (IOException | UncheckedIOException | InvalidPathException unusable) {
      return Optional.of("%s, which cannot be run: %s".formatted(program, HELP));
    }
  }

  /** Ends a program that never answers, and with it the reading of its answer. */
  private static void limit(Process process) {
    try {
      if (!process.waitFor(SECONDS_TO_ANSWER, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException nobodyDoes) {
      Thread.currentThread().interrupt();
    }
  }

  private List<String> ask(String program) throws IOException {
    Process process =
        new ProcessBuilder(program, "-I", "-c", PROBE)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.getOutputStream().close();
    Thread.ofVirtual().name("interlock-python-probe").start(() -> limit(process));
    try (BufferedReader reader = process.inputReader()) {
      return reader.lines().limit(10).toList();
    }
  }
}
