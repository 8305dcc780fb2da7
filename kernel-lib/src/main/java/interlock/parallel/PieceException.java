package interlock.parallel;

/** Carries a checked exception out of a piece; its cause is the exception itself. */
public final class PieceException extends RuntimeException {
  private static final long serialVersionUID = 1;

  PieceException(Throwable cause) {
    super(cause.toString(), cause);
  }
}
