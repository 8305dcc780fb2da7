package interlock.measure;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/**
 * Resident memory as OSHI tells it, on systems that have no file for it. OSHI's classes are loaded
 * when the first sampler starts, not before.
 */
final class OshiMemory implements ResidentMemory {
  private @Nullable OperatingSystem system;
  private @Nullable String reason;

  OshiMemory() {
    try {
      system =
          System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux")
              ? new oshi.nativefree.SystemInfo().getOperatingSystem()
              : new oshi.SystemInfo().getOperatingSystem();
    } catch (RuntimeException | LinkageError unusable) {
      reason = "The memory of processes cannot be seen here: OSHI said " + unusable;
    }
  }

  @Override
  public OptionalLong bytes(long pid) {
    OperatingSystem known = system;
    if (known == null) {
      return OptionalLong.empty();
    }
    try {
      OSProcess process = known.getProcess((int) pid);
      return process == null ? OptionalLong.empty() : OptionalLong.of(process.getResidentMemory());
    } catch (RuntimeException | LinkageError unusable) {
      system = null;
      reason = "The memory of processes cannot be seen here: OSHI said " + unusable;
      return OptionalLong.empty();
    }
  }

  @Override
  public Optional<String> missing() {
    return Optional.ofNullable(reason);
  }
}
