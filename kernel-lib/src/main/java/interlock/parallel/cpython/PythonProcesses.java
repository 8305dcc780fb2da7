package interlock.parallel.cpython;

import interlock.measure.Machine;
import interlock.measure.cpython.CPythonSearch;

/**
 * {@code multiprocessing.Process}es, started with {@code spawn}: each worker is a CPython of its
 * own with its own lock, and what it needs is sent to it. They stay ready after a run.
 */
public final class PythonProcesses extends PythonEngine {
  private static final long BYTES_EACH = 32L << 20;

  /** Makes the engine on the CPython of this machine. */
  public PythonProcesses() {
    this(CPythonSearch.here());
  }

  /** Makes the engine on the CPython that a search finds. */
  public PythonProcesses(CPythonSearch search) {
    super(search, "processes");
  }

  @Override
  public String name() {
    return "CPython processes";
  }

  /** Returns as many as fit in half of the machine's memory; 2 at least, 256 at most. */
  @Override
  public int maxWorkers() {
    return Math.clamp(Machine.here().memoryBytes() / 2 / BYTES_EACH, 2, 256);
  }
}
