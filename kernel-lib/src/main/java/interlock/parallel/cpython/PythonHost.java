package interlock.parallel.cpython;

import interlock.measure.cpython.CPython;
import interlock.parallel.process.ErrorTail;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

  private final CPython python;
  private final Path folder;
  private final Process process;
  private final ErrorTail errors;
  private volatile Listener listener;

  private PythonHost(CPython python, Path folder, Process process, Listener listener) {
    this.python = python;
    this.folder = folder;
    this.process = process;
    this.errors = new ErrorTail(process);
    this.listener = listener;
  }

  static PythonHost start(CPython python, Listener listener) throws IOException {
    // The processes that the host spawns read the program again, so it has to be a file.
    Path folder = Files.createTempDirectory("interlock-python");
    Path program = folder.resolve("host.py");
    try (InputStream in = PythonHost.class.getResourceAsStream("host.py")) {
      Files.copy(Objects.requireNonNull(in), program, StandardCopyOption.REPLACE_EXISTING);
    }
    Process process =
        new ProcessBuilder(python.executable().toString(), program.toString()).start();
    PythonHost host = new PythonHost(python, folder, process, listener);
    Thread.ofPlatform().daemon().name("interlock-python-" + process.pid()).start(host::read);
    return host;
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
      forget();
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

  private void forget() {
    try {
      Files.deleteIfExists(folder.resolve("host.py"));
      Files.deleteIfExists(folder);
    } catch (IOException leftOver) {
      // The system empties its temporary folder.
    }
  }
}
