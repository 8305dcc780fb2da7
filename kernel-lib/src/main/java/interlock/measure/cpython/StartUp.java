package interlock.measure.cpython;

import interlock.measure.FirstLine;
import interlock.measure.Measurement;
import interlock.measure.Phases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

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

  static Phases phases(CPython python, int repeats, String source, Map<String, ?> inputs)
      throws InterruptedException {
    List<Duration> starts = ofPython(python, repeats, "-I").samples();
    List<SequencedMap<String, Duration>> runs = new ArrayList<>();
    for (int i = 0; i <= repeats; i++) {
      runs.add(python.run(source, inputs).times().phases());
    }
    return Phases.of("CPython " + python.version(), runs.subList(1, runs.size()))
        .after(new Measurement(Phases.START_UP, starts));
  }
}
