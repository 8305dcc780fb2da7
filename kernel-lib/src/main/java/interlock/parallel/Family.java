package interlock.parallel;

/** What runs the pieces: only runs of one family are compared with each other as a speedup. */
public enum Family {
  /** Java code, compiled by the virtual machine; its baseline is the sequential engine. */
  JAVA("Java"),
  /** Python code in a real CPython; its baseline is CPython with one worker. */
  CPYTHON("CPython");

  private final String label;

  Family(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
