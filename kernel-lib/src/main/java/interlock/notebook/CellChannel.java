package interlock.notebook;

/**
 * The way from one cell to the front end.
 *
 * <p>Safe for use by any thread, and still open after the cell has ended.
 */
public interface CellChannel {
  /** The two text streams of a cell. */
  enum Stream {
    OUT,
    ERR
  }

  /** Publishes text of a stream. */
  void print(Stream stream, String text);

  /** Publishes a new output of the cell, which later updates name by {@code id}. */
  void display(Rendering rendering, String id);

  /** Publishes a new content for every output that was displayed with this {@code id}. */
  void update(Rendering rendering, String id);
}
