package interlock.notebook;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** The seam where there is no kernel, as in {@code jshell} or a program: values become text. */
final class ConsoleAdapter implements KernelAdapter {
  private final Cell cell;

  ConsoleAdapter(PrintStream out) {
    this.cell = new Cell(new TextChannel(out));
  }

  @Override
  public Cell currentCell() {
    return cell;
  }

  @Override
  public byte @Nullable [] classBytes(String className) {
    return null;
  }

  private record TextChannel(PrintStream out) implements CellChannel {
    @Override
    public void print(Stream stream, String text) {
      out.print(text);
      out.flush();
    }

    @Override
    public void display(Rendering rendering, String id) {
      out.println(rendering.text());
    }

    @Override
    public void update(Rendering rendering, String id) {
      out.println(rendering.text());
    }
  }
}
