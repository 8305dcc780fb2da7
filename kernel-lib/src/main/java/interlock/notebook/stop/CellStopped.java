package interlock.notebook.stop;

/**
 * Thrown in code of a cell that is told to end. An error, so that {@code catch (Exception)} lets it
 * by.
 */
public final class CellStopped extends Error {
  private static final long serialVersionUID = 1;

  CellStopped() {
    super("The cell was interrupted.");
  }
}
