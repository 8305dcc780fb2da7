package interlock.notebook.stop;

/** Stops the code of cells before it fills the heap. */
public final class MemoryWatch {
  private MemoryWatch() {}
}
