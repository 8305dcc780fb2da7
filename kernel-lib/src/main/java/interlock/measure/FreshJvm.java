package interlock.measure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A small program in a virtual machine of its own, started anew for each run: no class is loaded
 * yet, and no code compiled.
 */
public final class FreshJvm {
  private static final List<Class<?>> PROGRAM = List.of(FreshProgram.class, NearestPoints.class);

  private FreshJvm() {}

  /**
   * Measures the start: from the call that makes the process to the first line of {@code main}. The
   * first start is not kept.
   *
   * @param options of the virtual machine, such as {@code -Xshare:off}
   */
  public static Measurement startUp(int repeats, String... options) throws InterruptedException {
    String label = ("JVM " + String.join(" ", options)).strip();
    return inFolder(folder -> FirstLine.measure(label, repeats, command(folder, options)));
  }

  /**
   * Measures the start and the phases of {@link NearestPoints}; each run is a fresh machine.
   *
   * @param options of the virtual machine
   */
  public static Phases nearestPoints(int repeats, Path in, Path out, String... options)
      throws InterruptedException {
    String label = ("fresh JVM " + String.join(" ", options)).strip();
    return inFolder(folder -> {
      List<String> command = command(folder, options);
      command.addAll(List.of(in.toString(), out.toString()));
      return FirstLine.phases(label, repeats, command);
    });
  }

  /** What is done with the folder that holds the program's classes. */
  private interface Use<T> {
    T in(Path folder) throws InterruptedException;
  }

  /** The program stands alone in a folder: opening the course's large jar is not its start. */
  private static <T> T inFolder(Use<T> use) throws InterruptedException {
    try (ScratchFolder folder = ScratchFolder.temporary()) {
      for (Class<?> part : PROGRAM) {
        copy(part, folder.path());
      }
      return use.in(folder.path());
    } catch (IOException impossible) {
      throw new UncheckedIOException("A fresh JVM cannot be prepared", impossible);
    }
  }

  private static void copy(Class<?> part, Path folder) throws IOException {
    String name = part.getName().replace('.', '/') + ".class";
    Path file = folder.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    try (InputStream in = part.getClassLoader().getResourceAsStream(name)) {
      Files.copy(Objects.requireNonNull(in), file);
    }
  }

  private static List<String> command(Path folder, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Arrays.asList(options));
    command.addAll(List.of("-cp", folder.toString(), FreshProgram.class.getName()));
    return command;
  }
}
