/**
 * Speedup laws, models of what parallel work costs, and models of how tasks are shared out.
 *
 * <p>In reading order: {@link interlock.scaling.SpeedupPoint} is one measured speedup with its
 * error bar; {@link interlock.scaling.SpeedupCurve} is the row of them for one engine; {@link
 * interlock.scaling.ScalingLaw} predicts a speedup for any number of workers. {@link
 * interlock.scaling.Amdahl} is the law of a job that stays as it is, {@link
 * interlock.scaling.Gustafson} of one that grows with the workers; {@link
 * interlock.scaling.KarpFlatt} asks a measured curve for its serial share ({@link
 * interlock.scaling.SerialShare}). {@link interlock.scaling.SpeedupModel} adds what the laws leave
 * out, term by term ({@link interlock.scaling.Terms}), with a {@link
 * interlock.scaling.Communication} pattern.
 *
 * <p>{@link interlock.scaling.TaskGraph} ({@link interlock.scaling.TaskGraphBuilder}, {@link
 * interlock.scaling.TaskNode}) is a job cut into tasks that need one another; {@link
 * interlock.scaling.Schedule} is who does which when ({@link interlock.scaling.TaskSpan}), in
 * virtual time. Nothing is run here: real work is the business of {@code interlock.parallel}.
 *
 * <p>Limits: a law says what can be reached with equal workers; a machine whose cores share caches,
 * memory and power does less.
 */
@NullMarked
package interlock.scaling;

import org.jspecify.annotations.NullMarked;
