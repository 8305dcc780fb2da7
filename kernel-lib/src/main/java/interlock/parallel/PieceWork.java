package interlock.parallel;

import java.io.Serializable;

/**
 * What is computed for one piece. It is serializable so that it can be sent to another process; so
 * must be all that a lambda captures, and the partial result.
 */
@FunctionalInterface
public interface PieceWork<P> extends Serializable {
  /**
   * Computes the partial result of one piece, which may depend on nothing but the piece and on
   * values that no piece changes.
   */
  P compute(Piece piece) throws Exception;
}
