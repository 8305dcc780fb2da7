package interlock.measure;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The resident memory of any process of this user: the part of it that stands in the machine's
 * memory, shared libraries included.
 */
interface ResidentMemory {
  /** Returns the bytes of a process, or nothing if it has ended or cannot be seen. */
  OptionalLong bytes(long pid);

  /** Returns one sentence why no process can be seen, or nothing if they can. */
  Optional<String> missing();

  /** Returns what works here: the system's own files on Linux, OSHI elsewhere. */
  static ResidentMemory here() {
    return ProcMemory.isHere() ? new ProcMemory() : new OshiMemory();
  }
}
