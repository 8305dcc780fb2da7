package interlock.parallel;

import java.io.Serializable;
import java.util.List;

/** Makes the answer from the partial results. It always runs in the process that asked. */
@FunctionalInterface
public interface Combiner<P, R> extends Serializable {
  /**
   * Combines the partial results.
   *
   * @param partials one a piece, in the order of the pieces whoever finished first
   */
  R combine(List<P> partials);
}
