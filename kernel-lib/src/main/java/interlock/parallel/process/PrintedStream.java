package interlock.parallel.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A child's standard output: each line goes to the parent, which prints it. */
final class PrintedStream extends OutputStream {
  private final Wire wire;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  private PrintedStream(Wire wire) {
    this.wire = wire;
  }

  /** Puts this in the place of {@code System.out}; the real one carries the messages. */
  static void capture(Wire wire) {
    System.setOut(new PrintStream(new PrintedStream(wire), false, StandardCharsets.UTF_8));
  }

  @Override
  public synchronized void write(int character) throws IOException {
    line.write(character);
    if (character == '\n') {
      flush();
    }
  }

  @Override
  public synchronized void flush() throws IOException {
    if (line.size() > 0) {
      wire.send(new Message.Printed(line.toString(StandardCharsets.UTF_8)));
      line.reset();
    }
  }
}
