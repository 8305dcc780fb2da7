package interlock.parallel.cpython;

import interlock.measure.cpython.CPythonSearch;

/**
 * {@code threading.Thread}s of one CPython: they share its objects and its global interpreter lock.
 * With one worker this is the baseline of both CPython engines.
 */
public final class PythonThreads extends PythonEngine {
  private static final int MOST_WORKERS = 256;

  /** Makes the engine on the CPython of this machine. */
  public PythonThreads() {
    this(CPythonSearch.here());
  }

  /** Makes the engine on the CPython that a search finds. */
  public PythonThreads(CPythonSearch search) {
    super(search, "threads");
  }

  @Override
  public String name() {
    return "CPython threads";
  }

  @Override
  public int maxWorkers() {
    return MOST_WORKERS;
  }
}
