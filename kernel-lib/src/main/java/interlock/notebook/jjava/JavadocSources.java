package interlock.notebook.jjava;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jshell.SourceCodeAnalysis;
import org.jspecify.annotations.Nullable;

/**
 * The sources that Javadoc is read from: the JDK's, which JShell finds, and those in this jar.
 *
 * <p>Made at the first use, so that the kernel starts no later.
 */
final class JavadocSources {
  private static final String FOLDER = "META-INF/sources";

  private final boolean ofJdk;

  /** Adds the jar's sources to those that JShell reads. */
  JavadocSources(SourceCodeAnalysis analysis) {
    List<Object> all = new ArrayList<>();
    if (Internals.invoke(analysis, "findSources") instanceof List<?> jdk) {
      all.addAll(jdk);
    }
    ofJdk = !all.isEmpty();
    Path own = own();
    if (own != null) {
      all.add(own);
    }
    Internals.set(analysis, "availableSources", all);
  }

  /** Whether this JDK has its sources. */
  boolean ofJdk() {
    return ofJdk;
  }

  private static @Nullable Path own() {
    try {
      URI place = JavadocSources.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path classes = Path.of(place);
      if (Files.isDirectory(classes)) {
        return classes.resolve(FOLDER);
      }
      // Open as long as the kernel: JShell reads from it again and again.
      FileSystem jar = FileSystems.newFileSystem(classes);
      return jar.getPath(FOLDER);
    } catch (IOException | URISyntaxException | RuntimeException noSources) {
      return null;
    }
  }
}
