package interlock.parallel;

/**
 * The SplitMix64 generator as a function of its state, so that any output can be had without those
 * before it.
 */
final class SplitMix64 {
  /** How far the state moves on with each output. */
  static final long GAMMA = 0x9E3779B97F4A7C15L;

  private SplitMix64() {}

  /** Returns a number in {@code 0 ≤ x < 1} with 53 random bits. */
  static double uniform(long state) {
    long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
  }
}
