package interlock.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Without a kernel, as in {@code jshell}. */
class NotebookTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Cell console =
      new ConsoleAdapter(new PrintStream(printed, true, StandardCharsets.UTF_8)).currentCell();

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  @Test
  void value_isPrintedAsText() {
    console.display(Renderers.render(new Rendering("text", "<b>html</b>", null)));
    assertEquals("text\n", printed());
  }

  @Test
  void liveValue_isPrintedWhenItChanges() {
    LiveDisplay live = new LiveDisplay(console, 1);
    live.update(2);
    live.flush();
    assertEquals("1\n2\n", printed());
  }
}
