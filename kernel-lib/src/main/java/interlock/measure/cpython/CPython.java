package interlock.measure.cpython;

import interlock.measure.Measurement;
import interlock.measure.Phases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A real CPython interpreter of this machine, and the bridge to it.
 *
 * <pre>{@code
 * CPython.here().orElseThrow().run("sum(values)", Map.of("values", List.of(1, 2, 3))).value()
 * }</pre>
 *
 * <p>Programs run in a process of their own, isolated by {@code -I}: environment variables such as
 * {@code PYTHONPATH}, the user's own packages and modules that lie in the working folder change
 * nothing, so the same program does the same for every learner. Text is UTF-8 on every system. The
 * working folder is Java's, so a file has one name in both. Standard input is empty.
 *
 * @param executable the program itself, not a script that starts it
 * @param version such as {@code 3.11.7}
 * @param hasGil false in a free-threaded interpreter that runs without its lock
 * @param numpy the version of NumPy that it can import, or null
 */
public record CPython(Path executable, String version, boolean hasGil, @Nullable String numpy) {
  /** How long a program may run where its caller does not say. */
  public static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** Returns the interpreter of this machine, if there is one; see {@link CPythonSearch}. */
  public static Optional<CPython> here() {
    return CPythonSearch.here().found();
  }

  /** Returns one sentence why there is none and what to do, or nothing if there is one. */
  public static Optional<String> missing() {
    return CPythonSearch.here().missing().map(reason -> "Skipped: " + reason + ".");
  }

  /**
   * Runs a program in a process of its own and waits for its end, 30 s at most.
   *
   * @throws PythonException if the program raises
   * @throws PythonEndedException if the process ends or is ended before its result has come back
   * @throws InterruptedException if the thread is interrupted; the process is ended
   */
  public PythonResult run(String source) throws InterruptedException {
    return run(source, Map.of());
  }

  /** Runs a program that finds the inputs under their names; see the other {@code run}. */
  public PythonResult run(String source, Map<String, ?> inputs) throws InterruptedException {
    return run(source, inputs, TIMEOUT);
  }

  /**
   * Runs a program and waits so long at most; see the other {@code run}.
   *
   * @throws IllegalArgumentException if an input's name or type is none that Python can take
   */
  public PythonResult run(String source, Map<String, ?> inputs, Duration timeout)
      throws InterruptedException {
    try (PythonSession session = session()) {
      return session.run(source, inputs, timeout);
    }
  }

  /** Starts a process that keeps its state from one program to the next. Close it. */
  public PythonSession session() throws InterruptedException {
    try {
      return PythonSession.open(this);
    } catch (IOException impossible) {
      throw new UncheckedIOException(
          "CPython cannot be started: " + impossible.getMessage(), impossible);
    }
  }

  /**
   * Measures the start of a fresh interpreter: from the call that starts the process to the first
   * line of the program. The first start is not kept: it fills the system's file cache.
   *
   * @param repeats how many starts are kept
   * @param options the interpreter's options, such as {@code -S}
   */
  public Measurement startUp(int repeats, String... options) throws InterruptedException {
    return StartUp.ofPython(this, repeats, options);
  }

  /**
   * Returns what the import of modules costs a fresh interpreter, the dearest first: each module
   * that was loaded, its own time, what it imported left out. Source: {@code -X importtime}.
   *
   * @throws PythonEndedException if a module cannot be imported
   */
  public List<ImportTime> imports(String... modules) throws InterruptedException {
    return ImportTime.measure(this, modules);
  }

  /**
   * Measures the phases that a program names by {@code with phase("core"):}. Each run is a fresh
   * process; its start-up is that of a plain interpreter started beside it, because a program that
   * runs over the bridge waits for the bridge as well.
   *
   * @param repeats how many runs are kept, after one that is not
   */
  public Phases phases(int repeats, String source, Map<String, ?> inputs)
      throws InterruptedException {
    return StartUp.phases(this, repeats, source, inputs);
  }

  @Override
  public String toString() {
    return "CPython %s%s at %s".formatted(version, hasGil ? "" : " without GIL", executable);
  }
}
