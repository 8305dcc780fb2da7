package interlock.gil.real;

import interlock.measure.cpython.CPython;
import interlock.measure.cpython.PythonResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** A Python program that stands beside this class in the jar. */
record PythonProgram(String name) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Runs it in a process of its own, with these inputs. */
  PythonResult run(CPython python, Map<String, ?> inputs) throws InterruptedException {
    return python.run(source(), inputs, PATIENCE);
  }

  /** Returns its text. */
  String source() {
    String file = name + ".py";
    try (InputStream in = PythonProgram.class.getResourceAsStream(file)) {
      byte[] text = Objects.requireNonNull(in, () -> "The jar lacks " + file).readAllBytes();
      return new String(text, StandardCharsets.UTF_8);
    } catch (IOException impossible) {
      throw new UncheckedIOException("The jar lacks " + file, impossible);
    }
  }
}
