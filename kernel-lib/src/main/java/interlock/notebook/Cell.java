package interlock.notebook;

import interlock.notebook.CellChannel.Stream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One run of one cell, as the place that output goes to: while it runs, and after.
 *
 * <p>Safe for use by any thread. Text that was printed before a display is shown before it.
 */
public final class Cell {
  private static final Timer PRINTING = Timer.daemon("interlock-output");

  private final CellChannel channel;
  private final @Nullable String id;
  private final GatheredOutput output;
  private final Set<Runnable> latecomers = ConcurrentHashMap.newKeySet();
  private volatile boolean atOnce;

  /** A cell whose output goes to this channel. */
  public Cell(CellChannel channel) {
    this(channel, null, PRINTING);
  }

  /**
   * A cell whose output goes to this channel.
   *
   * @param id what the notebook calls the cell, or null where the front end does not say
   */
  public Cell(CellChannel channel, @Nullable String id) {
    this(channel, id, PRINTING);
  }

  Cell(CellChannel channel, Timer timer) {
    this(channel, null, timer);
  }

  private Cell(CellChannel channel, @Nullable String id, Timer timer) {
    this.channel = channel;
    this.id = id;
    this.output = new GatheredOutput(channel, timer);
  }

  /**
   * Returns what the notebook calls the cell, the same each time it is run, or null where the front
   * end does not say.
   */
  @Nullable String id() {
    return id;
  }

  /**
   * Has text no longer wait for more: for a cell that began before the adapter was there, whose
   * value the kernel publishes by itself.
   */
  public void printAtOnce() {
    atOnce = true;
  }

  void print(Stream stream, byte[] bytes, int offset, int length) {
    output.write(stream, bytes, offset, length);
    if (atOnce) {
      output.flush();
    }
  }

  void printLine(Stream stream, String line) {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    output.write(stream, bytes, 0, bytes.length);
  }

  /** Displays a value below what the cell has shown so far, and returns the output's id. */
  String display(Rendering rendering) {
    String id = UUID.randomUUID().toString();
    output.flush();
    channel.display(rendering, id);
    return id;
  }

  void update(Rendering rendering, String id) {
    channel.update(rendering, id);
  }

  /** Has {@code action} run before the cell is reported as done. */
  void beforeEnd(Runnable action) {
    latecomers.add(action);
  }

  /** Publishes the text that still waits. */
  public void flush() {
    output.flush();
  }

  /** Publishes everything that still waits; called when the cell's code has ended. */
  public void end() {
    latecomers.forEach(Runnable::run);
    output.flush();
  }
}
