package interlock.notebook;

import interlock.notebook.CellChannel.Stream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Standard output or error of a kernel: what a thread prints goes to the cell it belongs to.
 *
 * <p>Before the first cell it goes to the stream that was there before.
 */
public final class CellStream extends OutputStream {
  private final Stream stream;
  private final Supplier<@Nullable Cell> cell;
  private final PrintStream before;

  private CellStream(Stream stream, Supplier<@Nullable Cell> cell, PrintStream before) {
    this.stream = stream;
    this.cell = cell;
    this.before = before;
  }

  /** A print stream over the cells that {@code cell} names. */
  public static PrintStream of(Stream stream, Supplier<@Nullable Cell> cell, PrintStream before) {
    // No flush after each line: the cell gathers.
    return new PrintStream(new CellStream(stream, cell, before), false, StandardCharsets.UTF_8);
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    Cell to = cell.get();
    if (to == null) {
      before.write(bytes, offset, length);
    } else {
      to.print(stream, bytes, offset, length);
    }
  }
}
