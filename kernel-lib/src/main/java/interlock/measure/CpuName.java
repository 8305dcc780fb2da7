package interlock.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The processor's name, asked from the operating system in the way that each offers. */
final class CpuName {
  private CpuName() {}

  static String here() {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    Optional<String> name =
        os.contains("mac")
            ? macOs()
            : os.contains("windows")
                ? Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER"))
                : linux(Path.of("/proc/cpuinfo"));
    return name.map(String::strip)
        .filter(text -> !text.isEmpty())
        .orElseGet(() -> System.getProperty("os.arch", "unknown processor"));
  }

  static Optional<String> linux(Path cpuinfo) {
    try (Stream<String> lines = Files.lines(cpuinfo)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1))
          .findFirst();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<String> macOs() {
    try {
      Process sysctl =
          new ProcessBuilder("/usr/sbin/sysctl", "-n", "machdep.cpu.brand_string").start();
      try (BufferedReader reader = sysctl.inputReader()) {
        return Optional.ofNullable(reader.readLine());
      }
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
