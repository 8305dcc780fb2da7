package interlock.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A folder for what a measurement writes; it is removed when it is closed. */
public final class ScratchFolder implements AutoCloseable {
  private static final String NAME =
      "interlock-%d-%s-".formatted(ProcessHandle.current().pid(), UUID.randomUUID());

  private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> OPEN.forEach(ScratchFolder::remove)));
  }

  private final Path folder;

  private ScratchFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes an empty folder among the system's temporary files. One that nobody closes goes with the
   * virtual machine; one of a notebook's kernel also where that is killed.
   */
  public static ScratchFolder temporary() throws IOException {
    Path folder = Files.createTempDirectory(NAME);
    OPEN.add(folder);
    return new ScratchFolder(folder);
  }

  /** Returns what the path of every such folder of this virtual machine begins with. */
  public static Path prefix() {
    return Path.of(System.getProperty("java.io.tmpdir"), NAME).toAbsolutePath();
  }

  Path path() {
    return folder;
  }

  /** Returns a file of this name in the folder. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() {
    remove(folder);
    OPEN.remove(folder);
  }

  private static void remove(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException leftOver) {
      // The system empties its temporary folder.
    }
  }
}
