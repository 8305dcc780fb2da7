package interlock.notebook.stop;

/**
 * Thrown where a cell calls {@code System.exit}, {@code Runtime.exit} or {@code Runtime.halt}.
 *
 * <p>They would end the kernel, and with it all that the notebook has computed. {@link CellCode}
 * has cells call the methods of this class instead.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class ExitRefused extends Error {
  private static final long serialVersionUID = 1;

  private ExitRefused(String call, int status) {
    super(
        call
            + "("
            + status
            + ") was not run, since it would end the kernel and lose what the notebook has"
            + " computed: leave the call out, or restart the kernel from the menu.");
  }

  /** Stands in for {@code System.exit}. */
  public static void exit(int status) {
    throw new ExitRefused("System.exit", status);
  }

  /** Stands in for {@code Runtime.exit}. */
  public static void exit(Runtime runtime, int status) {
    throw new ExitRefused("Runtime.exit", status);
  }

  /** Stands in for {@code Runtime.halt}. */
  public static void halt(Runtime runtime, int status) {
    throw new ExitRefused("Runtime.halt", status);
  }
}
