package interlock.parallel.cpython;

import interlock.measure.cpython.CPython;
import interlock.parallel.process.ErrorTail;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** One running host program: requests go in, replies come out. */
final class PythonHost {
  /** Whoever the host works for now. */
  interface Listener {
    /** Takes one reply, split into its words. */
    void said(String[] words);

    /** Takes one sentence on how the host ended. */
    void ended(String epitaph);
  }

  /** Runs what comes first on standard input: a file would be left behind by a killed JVM. */
  private static final String READ_PROGRAM =
      "import sys; sys.path.pop(0); PROGRAM = sys.stdin.buffer.read(int(sys.argv.pop()));"
          + " exec(compile(PROGRAM, 'host.py', 'exec'))";

  private final CPython python;
  private final Process process;
  private final ErrorTail errors;
  private volatile Listener listener;

  private PythonHost(CPython python, Process process, Listener listener) {
    this.python = python;
    this.process = process;
    this.errors = new ErrorTail(process);
    this.listener = listener;
  }

  static PythonHost start(CPython python, Listener listener) throws IOException {
    byte[] program = program();
    Process process =
        new ProcessBuilder(python.executable().toString(), "-c", READ_PROGRAM, "" + program.length)
            .start();
    process.getOutputStream().write(program);
    PythonHost host = new PythonHost(python, process, listener);
    Thread.ofPlatform().daemon().name("interlock-python-" + process.pid()).start(host::read);
    return host;
  }

  private static byte[] program() throws IOException {
    try (InputStream in = PythonHost.class.getResourceAsStream("host.py")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  void listen(Listener next) {
    listener = next;
  }

  void request(String line) throws IOException {
    OutputStream out = process.getOutputStream();
    out.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private void read() {
    try (BufferedReader in = process.inputReader(StandardCharsets.US_ASCII)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        listener.said(line.split(" ", -1));
      }
    } catch (IOException | RuntimeException garbled) {
      // Beyond talking to: the same to its listener as an end.
    } finally {
      listener.ended(epitaph());
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Kills the host and its worker processes, busy or not. */
  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private String epitaph() {
    // First the text: to destroy a process closes its streams.
    String text = errors.text();
    kill();
    return "%s ended with exit code %d%s"
        .formatted(python, process.onExit().join().exitValue(), text);
  }
}
