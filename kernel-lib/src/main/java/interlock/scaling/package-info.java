/**
 * Speedup laws and machine models, fitted to measured runs.
 *
 * <p>In reading order: {@link interlock.scaling.SpeedupPoint} is one measured speedup with its
 * error bar; {@link interlock.scaling.SpeedupCurve} is the row of them for one engine; {@link
 * interlock.scaling.ScalingLaw} predicts a speedup for any number of workers, and {@link
 * interlock.scaling.Amdahl} is the first such law.
 *
 * <p>Limits: a law says what can be reached with equal workers; a machine whose cores share caches,
 * memory and power does less.
 */
@NullMarked
package interlock.scaling;

import org.jspecify.annotations.NullMarked;
