package interlock.parallel;

import java.time.Duration;

/**
 * Which worker computed a piece, and when.
 *
 * @param piece the index of the piece
 * @param worker the index of the worker
 * @param begin when it began, since the work began
 * @param end when it ended, since the work began
 */
public record PieceSpan(int piece, int worker, Duration begin, Duration end) {}
