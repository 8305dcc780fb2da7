package interlock.parallel.cpython;

import java.nio.file.Path;

/**
 * A CPython interpreter of this machine.
 *
 * @param executable the program itself, not a script that starts it
 * @param version such as {@code 3.11.7}
 * @param hasGil false in a free-threaded interpreter that runs without its lock
 */
public record CPython(Path executable, String version, boolean hasGil) {
  @Override
  public String toString() {
    return "CPython %s%s at %s".formatted(version, hasGil ? "" : " without GIL", executable);
  }
}
