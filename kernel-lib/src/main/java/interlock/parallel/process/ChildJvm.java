package interlock.parallel.process;

import interlock.parallel.Task;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The parent's end of one child: starts it, talks with it, kills it. */
final class ChildJvm {
  private static final String VECTOR = "jdk.incubator.vector";

  /** Whoever the child works for now. */
  interface Listener {
    /** Takes what the child said. */
    void said(Message.FromChild message);

    /** Takes one sentence on how the child ended. */
    void ended(String epitaph);
  }

  private static final Listener NOBODY =
      new Listener() {
        @Override
        public void said(Message.FromChild message) {}

        @Override
        public void ended(String epitaph) {}
      };

  private final Process process;
  private final Wire wire;
  private final ErrorTail errors;
  private volatile Listener listener = NOBODY;

  private ChildJvm(Process process) throws IOException {
    this.process = process;
    this.errors = new ErrorTail(process);
    this.wire = new Wire(process.getInputStream(), process.getOutputStream());
  }

  /** Starts a child with the same Java and class path as this process. */
  static ChildJvm start(long heapBytes) throws IOException {
    ChildJvm child = new ChildJvm(new ProcessBuilder(command(heapBytes)).start());
    Thread.ofPlatform().daemon().name("interlock-child-" + child.process.pid()).start(child::read);
    return child;
  }

  private static List<String> command(long heapBytes) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + (heapBytes >> 20) + "m");
    // The cheapest collector: a child has one thread that works.
    command.add("-XX:+UseSerialGC");
    command.add("-Xshare:auto");
    command.add("-Djava.awt.headless=true");
    // Standard output carries messages; the virtual machine's own warnings would garble them.
    command.add("-XX:+DisplayVMOutputToStderr");
    command.add("-Xlog:disable");
    command.add("--enable-native-access=ALL-UNNAMED");
    if (seesVectors()) {
      command.addAll(List.of("--add-modules", VECTOR));
    }
    if (ManagementFactory.getRuntimeMXBean().getInputArguments().contains("--enable-preview")) {
      command.add("--enable-preview");
    }
    command.addAll(List.of("-cp", classPath(), ChildMain.class.getName()));
    return command;
  }

  /** Asks for a class, not for the module: a kernel may have loaded it after its start. */
  private static boolean seesVectors() {
    try {
      Class.forName(VECTOR + ".Vector", false, ClassLoader.getSystemClassLoader());
      return true;
    } catch (ClassNotFoundException without) {
      return false;
    }
  }

  private static String classPath() {
    Set<String> entries = new LinkedHashSet<>();
    own().ifPresent(entries::add);
    entries.add(System.getProperty("java.class.path", ""));
    return String.join(File.pathSeparator, entries);
  }

  /** Where this class came from: a kernel may have loaded the jar without the class path. */
  private static Optional<String> own() {
    CodeSource source = Task.class.getProtectionDomain().getCodeSource();
    try {
      return source == null
          ? Optional.empty()
          : Optional.of(Path.of(source.getLocation().toURI()).toString());
    } catch (URISyntaxException | IllegalArgumentException notAFile) {
      return Optional.empty();
    }
  }

  /** Gives what the child says from now on to this listener. */
  void listen(Listener next) {
    listener = next;
  }

  private void read() {
    try {
      for (Optional<Message> next = wire.receive(); next.isPresent(); next = wire.receive()) {
        listener.said((Message.FromChild) next.get());
      }
    } catch (IOException | RuntimeException broken) {
      // The child is gone or beyond talking to: the same to its parent.
    } finally {
      listener.ended(epitaph());
    }
  }

  void send(Message.FromParent message) throws IOException {
    wire.send(message);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  void kill() {
    process.destroyForcibly();
  }

  private String epitaph() {
    // First the text: to destroy a process closes its streams.
    String text = errors.text();
    process.destroyForcibly();
    return "A child JVM ended with exit code %d%s"
        .formatted(process.onExit().join().exitValue(), text);
  }
}
