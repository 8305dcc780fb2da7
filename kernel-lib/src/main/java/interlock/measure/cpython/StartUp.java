package interlock.measure.cpython;

import interlock.measure.FirstLine;
import interlock.measure.Measurement;
import java.util.ArrayList;
import java.util.List;

/** The start of a fresh interpreter, measured. */
final class StartUp {
  private static final String PROGRAM = "import time; print(time.time_ns())";

  private StartUp() {}

  static Measurement ofPython(CPython python, int repeats, String... options)
      throws InterruptedException {
    List<String> command = new ArrayList<>(List.of(python.executable().toString()));
    command.addAll(List.of(options));
    command.addAll(List.of("-c", PROGRAM));
    String label = "CPython " + python.version() + " " + String.join(" ", options);
    return FirstLine.measure(label.strip(), repeats, command);
  }
}
