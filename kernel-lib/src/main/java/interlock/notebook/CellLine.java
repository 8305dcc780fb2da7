package interlock.notebook;

/**
 * The line of a notebook cell that a frame of a stack trace stands for.
 *
 * @param cell the cell's execution count
 * @param line the line in the cell, from 1; 0 where only the cell is known
 * @param in the method or class around it, or an empty string at the top level of the cell
 * @param source the line itself
 */
public record CellLine(int cell, int line, String in, String source) {
  /** Refuses numbers that no cell and no line has. */
  public CellLine {
    if (cell < 0 || line < 0) {
      throw new IllegalArgumentException("There is no cell " + cell + ", line " + line + ".");
    }
  }

  String where() {
    return "cell [" + cell + "]" + (line == 0 ? "" : ", line " + line) + inside();
  }

  private String inside() {
    return in.isEmpty() ? "" : ", in " + in;
  }
}
