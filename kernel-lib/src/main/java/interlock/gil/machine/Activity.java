package interlock.gil.machine;

/**
 * What a simulated thread does, step by step: a sketched workload now, a Python program later.
 *
 * <p>The machine asks for the next step when the last one is over. It and the locks know nothing
 * else of what runs on them.
 */
@FunctionalInterface
public interface Activity {
  /**
   * Asks the thread for exactly one thing that takes time or ends it, such as {@link
   * SimThread#compute} or {@link SimThread#end}, after any number that take none.
   */
  void next(SimThread self);
}
