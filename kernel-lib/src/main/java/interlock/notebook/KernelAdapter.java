package interlock.notebook;

import org.jspecify.annotations.Nullable;

/** The seam to one kind of kernel: all that this package needs to know of it. */
public interface KernelAdapter {
  /** The cell that the calling thread belongs to: the one that started it, else the latest. */
  Cell currentCell();

  /**
   * The bytes of a class that a cell defined, so that it can be sent to another JVM.
   *
   * @param className the binary name
   * @return the bytes, or null where no cell defined such a class
   */
  byte @Nullable [] classBytes(String className);

  /** The kernel's comms, or null where there are none: widgets then show their static form. */
  default @Nullable Comms comms() {
    return null;
  }

  /** Has the calling thread belong to this cell: what it prints is shown below the cell. */
  default void enter(Cell cell) {}

  /**
   * The line of a cell that a frame of a stack trace stands for, or null where it is not a cell's
   * or this kernel cannot tell.
   */
  default @Nullable CellLine cellLine(StackTraceElement frame) {
    return null;
  }

  /** One sentence for an exception that the kernel itself throws in a cell, or null for others. */
  default @Nullable String explain(Throwable thrown) {
    return null;
  }
}
