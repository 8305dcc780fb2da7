package interlock.scaling;

/** A law that predicts the speedup of any number of workers. */
public interface ScalingLaw {
  /** Returns the law's name, as a chart's legend shows it. */
  String name();

  /**
   * Returns the predicted speedup.
   *
   * @param workers 1 or more
   * @throws IllegalArgumentException if {@code workers} is less than 1
   */
  double speedup(int workers);
}
