package interlock.measure.cpython;

import interlock.measure.Durations;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A CPython process that keeps its names from one program to the next. Safe for use by many
 * threads; one program runs at a time.
 *
 * <p>Close it: that ends the process and all that it started. It also ends with this JVM.
 */
public final class PythonSession implements AutoCloseable {
  private static final String BRIDGE = bridge();
  private static final Duration MEMORY_PATIENCE = Duration.ofSeconds(5);
  private static final int GOODBYE_SECONDS = 2;

  private final CPython python;
  private final String mark = UUID.randomUUID().toString();
  private final Instant started = Instant.now();
  private final long startedNanos = System.nanoTime();
  private final Process process;
  private final BoundedText stdout;
  private final BoundedText stderr;
  private final Connection connection;

  private @Nullable PythonRun running;
  private @Nullable CompletableFuture<PythonMemory> asked;
  private boolean used;
  private volatile @Nullable String epitaph;

  private PythonSession(CPython python) throws IOException, InterruptedException {
    this.python = python;
    try (ServerSocket door = Connection.door()) {
      process = start();
      String name = "interlock-python-" + process.pid();
      byte[] end = Values.ascii(mark);
      stdout = new BoundedText(name + "-out", process.getInputStream(), end);
      stderr = new BoundedText(name + "-err", process.getErrorStream(), end);
      connection = meet(door);
      Thread.ofPlatform().daemon().name(name).start(this::listen);
    }
  }

  static PythonSession open(CPython python) throws IOException, InterruptedException {
    return new PythonSession(python);
  }

  private Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(python.executable().toString(), "-I", "-X", "utf8", "-c", BRIDGE);
    builder.environment().put(ProcessTree.MARK, mark);
    return builder.start();
  }

  private Connection meet(ServerSocket door) throws IOException, InterruptedException {
    Connection met = null;
    try {
      try (OutputStream in = process.getOutputStream()) {
        in.write(Values.ascii(door.getLocalPort() + " " + mark + "\n"));
      }
      met = Connection.accept(door, process, mark);
    } finally {
      if (met == null) {
        ProcessTree.end(process, mark);
      }
    }
    if (met == null) {
      throw new IOException("it ended before it answered" + lastWords());
    }
    return met;
  }

  private static String bridge() {
    try (InputStream in = PythonSession.class.getResourceAsStream("bridge.py")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException impossible) {
      throw new IllegalStateException("The jar lacks bridge.py", impossible);
    }
  }

  /** Returns the interpreter. */
  public CPython python() {
    return python;
  }

  /** Returns the number of the process, for whoever watches it. */
  public long pid() {
    return process.pid();
  }

  /** Runs a program in this session, 30 s at most; see {@link CPython#run(String, Map)}. */
  public PythonResult run(String source) throws InterruptedException {
    return run(source, Map.of());
  }

  /** Runs a program in this session, 30 s at most; see {@link CPython#run(String, Map)}. */
  public PythonResult run(String source, Map<String, ?> inputs) throws InterruptedException {
    return run(source, inputs, CPython.TIMEOUT);
  }

  /**
   * Runs a program in this session; see {@link CPython#run(String, Map, Duration)}. A program that
   * takes too long ends the session with it: a Python thread cannot be ended alone.
   */
  public PythonResult run(String source, Map<String, ?> inputs, Duration timeout)
      throws InterruptedException {
    return start(source, inputs).await(timeout);
  }

  /** Starts a program and returns at once. */
  public PythonRun start(String source) {
    return start(source, Map.of());
  }

  /**
   * Starts a program that finds the inputs under their names, and returns at once.
   *
   * @throws IllegalArgumentException if an input has a type that Python has no equal of
   * @throws IllegalStateException if a program runs already
   * @throws PythonEndedException if the process has ended
   */
  public PythonRun start(String source, Map<String, ?> inputs) {
    Map<String, Object> request =
        Map.of("do", "run", "source", source, "inputs", inputs, "mark", Values.ascii(mark));
    byte[] message = Values.encode(request);
    PythonRun run;
    synchronized (this) {
      refuseIfOver();
      if (running != null && running.isRunning()) {
        throw new IllegalStateException(
            "This session runs a program already: wait for it, or open another session");
      }
      run =
          used
              ? new PythonRun(this, Instant.now(), System.nanoTime())
              : new PythonRun(this, started, startedNanos);
      used = true;
      running = run;
    }
    send(message);
    return run;
  }

  private void send(byte[] message) {
    try {
      connection.send(message);
    } catch (IOException gone) {
      // Whoever reads the connection finds out and says how the process ended.
    }
  }

  private void refuseIfOver() {
    if (epitaph != null) {
      throw new PythonEndedException(epitaph);
    }
  }

  /**
   * Asks the process about its memory; it answers while a program runs, unless the program holds
   * the global interpreter lock for long.
   *
   * @throws PythonEndedException if the process has ended or does not answer within 5 s
   */
  public PythonMemory memory() throws InterruptedException {
    CompletableFuture<PythonMemory> answer;
    synchronized (this) {
      refuseIfOver();
      answer = asked == null ? new CompletableFuture<>() : asked;
      asked = answer;
    }
    send(Values.encode(Map.of("do", "memory")));
    try {
      return answer.get(MEMORY_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException none) {
      refuseIfOver();
      throw new PythonEndedException(
          "%s said nothing about its memory within %s: its program holds the interpreter lock"
              .formatted(python, Durations.format(MEMORY_PATIENCE)));
    }
  }

  private void listen() {
    try {
      while (true) {
        take(connection.receive());
      }
    } catch (EOFException gone) {
      bury(howItEnded());
    } catch (GarbledException garbled) {
      bury(python + " wrote garbage on the connection on which its result comes back");
    } catch (IOException | RuntimeException broken) {
      bury(howItEnded());
    }
  }

  private void take(Map<?, ?> reply) throws GarbledException {
    PythonRun current;
    synchronized (this) {
      current = running;
      if ("memory".equals(reply.get("is"))) {
        if (asked != null) {
          asked.complete(memory(reply));
          asked = null;
        }
        return;
      }
    }
    if (current == null) {
      throw new GarbledException();
    }
    try {
      current.take(new LinkedHashMap<>(reply));
    } catch (ClassCastException | NullPointerException wrong) {
      throw new GarbledException();
    }
  }

  private static PythonMemory memory(Map<?, ?> reply) {
    OptionalLong now = OptionalLong.empty();
    OptionalLong peak = OptionalLong.empty();
    if (reply.get("traced") instanceof List<?> traced) {
      now = OptionalLong.of((Long) traced.get(0));
      peak = OptionalLong.of((Long) traced.get(1));
    }
    return new PythonMemory((Long) Objects.requireNonNull(reply.get("blocks")), now, peak);
  }

  private String howItEnded() {
    try {
      process.onExit().get(1, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException lives) {
      return python + " closed the connection on which its result comes back";
    }
    return ExitCode.say(python, process.exitValue()) + lastWords();
  }

  private String lastWords() {
    try {
      String said = stderr.last().strip();
      String line = said.substring(said.lastIndexOf('\n') + 1);
      return line.isEmpty() ? "" : ": " + line.substring(0, Math.min(300, line.length()));
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  /** Ends the process and all that it started; the first reason stays. */
  void bury(String why) {
    PythonRun last;
    synchronized (this) {
      if (epitaph == null) {
        epitaph = why;
      }
      last = running;
      if (asked != null) {
        asked.completeExceptionally(new PythonEndedException(why));
        asked = null;
      }
    }
    connection.close();
    ProcessTree.end(process, mark);
    if (last != null) {
      last.fail(new PythonEndedException(String.valueOf(epitaph)));
    }
  }

  String takeOutput() throws InterruptedException {
    return stdout.take();
  }

  String takeErrors() throws InterruptedException {
    return stderr.take();
  }

  /** Returns true until the process has ended or the session is closed. */
  public boolean isOpen() {
    return epitaph == null;
  }

  /**
   * Lets the process finish what it has open, 2 s at most, and ends it with all that it started.
   */
  @Override
  public void close() {
    boolean idle;
    synchronized (this) {
      idle = epitaph == null && (running == null || !running.isRunning());
      if (epitaph == null) {
        epitaph = "The session with " + python + " is closed: open another";
      }
    }
    if (idle) {
      send(Values.encode(Map.of("do", "end")));
      try {
        process.waitFor(GOODBYE_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException impatient) {
        Thread.currentThread().interrupt();
      }
    }
    bury("closed");
  }

  @Override
  public String toString() {
    return "Session with %s, process %d%s".formatted(python, pid(), isOpen() ? "" : ", ended");
  }
}
