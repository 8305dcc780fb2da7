package interlock.notebook;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An output of a cell that changes: every update replaces what is shown.
 *
 * <p>Updates come from any thread, while the cell runs and after it has ended. They are drawn on a
 * thread of their own, at most 60 a second; of those that come faster only the newest is drawn, and
 * the last one always is. A value is drawn some milliseconds after {@link #update} returned: a
 * chart that is changed meanwhile shows its newest state.
 */
public final class LiveDisplay {
  private static final Timer DRAWING = Timer.daemon("interlock-display");
  static final Duration INTERVAL = Duration.ofNanos(1_000_000_000 / 60);

  private final Cell cell;
  private final String id;
  private final Coalescer<Frame> frames;
  private Rendering shown;

  /** A value to draw, and whether drawing it has failed before. */
  private record Frame(@Nullable Object value, boolean again) {}

  LiveDisplay(Cell cell, @Nullable Object first) {
    this(cell, first, INTERVAL);
  }

  LiveDisplay(Cell cell, @Nullable Object first, Duration interval) {
    this.cell = cell;
    this.shown = Renderers.render(first);
    this.id = cell.display(shown);
    this.frames = new Coalescer<>(DRAWING, System::nanoTime, interval, this::draw);
    cell.beforeEnd(frames::flush);
  }

  /** Shows a value in place of the one before. Returns at once. */
  public void update(@Nullable Object value) {
    frames.offer(new Frame(value, false));
  }

  /** Draws the newest value now, in the calling thread. */
  public void flush() {
    frames.flush();
  }

  private void draw(Frame frame) {
    Rendering drawn;
    try {
      drawn = Renderers.renderOrThrow(frame.value);
    } catch (IOException | RuntimeException | Error e) {
      if (!frame.again) {
        // Most likely another thread changed the value while it was drawn.
        frames.offerAgain(new Frame(frame.value, true));
        return;
      }
      drawn = Renderers.render(frame.value);
    }
    if (!Objects.equals(drawn, shown)) {
      shown = drawn;
      cell.update(drawn, id);
    }
  }

  @Override
  public String toString() {
    return "LiveDisplay " + id;
  }
}
