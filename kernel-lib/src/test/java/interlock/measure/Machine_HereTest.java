package interlock.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Machine_HereTest {
  private static Machine with(int cores, long memoryBytes) {
    return new Machine(cores, memoryBytes, 1 << 20, "a processor", "an OS", "a JDK");
  }

  @Test
  void here_isWhatTheRuntimeSees() {
    Machine here = Machine.here();
    assertEquals(Runtime.getRuntime().availableProcessors(), here.cores());
    assertEquals(Runtime.getRuntime().maxMemory(), here.maxHeapBytes());
    assertTrue(here.toString().contains(System.getProperty("java.version")), here.toString());
    assertFalse(here.cpu().isBlank());
  }

  @Test
  void workerCounts_arePowersOfTwoUpToTheCores() {
    assertEquals(List.of(1, 2), with(1, 1).workerCounts());
    assertEquals(List.of(1, 2), with(2, 1).workerCounts());
    assertEquals(List.of(1, 2, 4, 6), with(6, 1).workerCounts());
    assertEquals(List.of(1, 2, 4, 8), with(8, 1).workerCounts());
  }

  @Test
  void oneCoreOrTwoGigabytes_isSmall() {
    assertTrue(with(1, 64L << 30).isSmall());
    assertTrue(with(8, 2L << 30).isSmall());
    assertEquals("normal", with(2, 8L << 30).choose("normal", "small"));
    assertEquals("small", with(2, 1L << 30).choose("normal", "small"));
  }

  @Test
  void cpuName_isReadFromTheSystemsFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("cpuinfo"), "processor : 0\nmodel name\t: A 9\n");
    assertEquals(Optional.of(" A 9"), CpuName.linux(file));
    assertEquals(Optional.empty(), CpuName.linux(folder.resolve("missing")));
  }

  @Test
  void noCores_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> with(0, 1));
  }
}
