package interlock.parallel;

import java.util.Arrays;
import java.util.Optional;

/**
 * The note that an exception carries about the piece in which it was thrown, as one of its
 * suppressed exceptions. A notebook shows the stack trace only, and of that nothing below the
 * cell's own code; so the note also stands as the first frame.
 */
public final class InPiece extends Exception {
  private static final long serialVersionUID = 1;

  private final Piece piece;

  private InPiece(Piece piece, String message) {
    super(message, null, false, false);
    this.piece = piece;
  }

  /** Returns the piece in which the exception was thrown. */
  public Piece piece() {
    return piece;
  }

  /** Returns the note that an exception carries, if it carries one. */
  public static Optional<InPiece> of(Throwable failure) {
    return Arrays.stream(failure.getSuppressed())
        .filter(InPiece.class::isInstance)
        .map(InPiece.class::cast)
        .findFirst();
  }

  /** Adds the note to an exception and cuts the engine's own frames from its stack trace. */
  static void mark(Throwable failure, Piece piece, String task, String engine) {
    failure.addSuppressed(new InPiece(piece, "%s of '%s' on %s".formatted(piece, task, engine)));
    StackTraceElement[] frames = failure.getStackTrace();
    int own = 0;
    while (own < frames.length && !isEngine(frames[own])) {
      own++;
    }
    StackTraceElement[] marked = new StackTraceElement[own + 1];
    System.arraycopy(frames, 0, marked, 1, own);
    marked[0] = new StackTraceElement(task, piece.toString(), engine, -1);
    failure.setStackTrace(marked);
  }

  private static boolean isEngine(StackTraceElement frame) {
    return frame.getClassName().equals(Ledger.class.getName());
  }
}
