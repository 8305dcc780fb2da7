package interlock.parallel;

import java.io.Serializable;

/**
 * Monte Carlo π: the share of random points in the unit square that fall into the quarter circle is
 * π ÷ 4. Much arithmetic, no memory: work that divides perfectly.
 *
 * <p>Point {@code i} comes from outputs {@code 2i} and {@code 2i + 1} of SplitMix64 (G. L. Steele,
 * D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014). That
 * generator can start anywhere, so the points do not depend on the pieces; and it is integer
 * arithmetic, so Java and Python count exactly the same points.
 */
public final class MonteCarloPi {
  private static final int DEFAULT_PIECES = 64;
  private static final long DEFAULT_SEED = 20_120_716;
  private static final long CHECK_EVERY = 1 << 16;

  private static final String PYTHON =
      """
      MASK = (1 << 64) - 1
      GAMMA = 0x9E3779B97F4A7C15
      SCALE = 2.0 ** -53

      def uniform(state):
          z = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & MASK
          z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
          return ((z ^ (z >> 31)) >> 11) * SCALE

      def piece(index, start, stop):
          inside = 0
          state = (SEED + 2 * start * GAMMA) & MASK
          for i in range(start, stop):
              state = (state + GAMMA) & MASK
              x = uniform(state)
              state = (state + GAMMA) & MASK
              y = uniform(state)
              if x * x + y * y <= 1.0:
                  inside += 1
          return inside, stop - start
      """;

  /**
   * The answer: how many of the points fell inside.
   *
   * @param inside points in the quarter circle
   * @param samples all points
   */
  public record Estimate(long inside, long samples) implements Serializable {
    /** Returns the estimate of π, or NaN without a sample. */
    public double pi() {
      return 4.0 * inside / samples;
    }

    /** Returns the estimate from the points of both. */
    Estimate plus(Estimate other) {
      return new Estimate(inside + other.inside, samples + other.samples);
    }

    /** Reads Python's {@code (inside, samples)}. */
    private static Estimate parse(String repr) {
      String[] counts = repr.replaceAll("[() ]", "").split(",", 2);
      return new Estimate(Long.parseLong(counts[0]), Long.parseLong(counts[1]));
    }

    @Override
    public String toString() {
      return "π ≈ %.6f (%,d of %,d points inside)".formatted(pi(), inside, samples);
    }
  }

  private MonteCarloPi() {}

  /** Returns the task with the usual seed, in 64 pieces. */
  public static Task<Estimate, Estimate> task(long samples) {
    return task(samples, DEFAULT_PIECES, DEFAULT_SEED);
  }

  /**
   * Returns the task.
   *
   * @param samples how many points
   * @param pieces how many pieces
   * @param seed the start of the generator
   */
  public static Task<Estimate, Estimate> task(long samples, int pieces, long seed) {
    return Task.<Estimate, Estimate>of(
            "Monte Carlo π",
            samples,
            pieces,
            piece -> new Estimate(inside(piece, seed), piece.size()),
            partials -> partials.stream().reduce(new Estimate(0, 0), Estimate::plus))
        .withUnit("points")
        .withPython(
            new PythonTwin<>(
                "SEED = %s\n%s".formatted(Long.toUnsignedString(seed), PYTHON), Estimate::parse));
  }

  private static long inside(Piece piece, long seed) throws InterruptedException {
    long inside = 0;
    for (long from = piece.from(); from < piece.to(); from += CHECK_EVERY) {
      piece.checkInterrupt();
      inside += inside(from, Math.min(from + CHECK_EVERY, piece.to()), seed);
    }
    return inside;
  }

  private static long inside(long from, long to, long seed) {
    long inside = 0;
    long state = seed + 2 * from * SplitMix64.GAMMA;
    for (long i = from; i < to; i++) {
      state += SplitMix64.GAMMA;
      double x = SplitMix64.uniform(state);
      state += SplitMix64.GAMMA;
      double y = SplitMix64.uniform(state);
      if (x * x + y * y <= 1.0) {
        inside++;
      }
    }
    return inside;
  }
}
