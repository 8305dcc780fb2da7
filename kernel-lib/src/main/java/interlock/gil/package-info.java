/**
 * Interpreter locks on a virtual clock: every version's protocol, on a machine whose cores,
 * operating system and threads are simulated.
 *
 * <p>{@code timeline} is what a run did; {@code workload} a small language for what threads do;
 * {@code machine} the cores, the scheduler and the clock; {@code policy} the locks; {@code
 * published} what others have measured, beside the simulation; {@code real} what this machine does;
 * {@code advice} says whether a job is for threads or for processes.
 *
 * <p>{@link interlock.gil.SimulatedGil} runs one workload, {@link interlock.gil.Sweep} the same at
 * many points.
 */
@NullMarked
package interlock.gil;

import org.jspecify.annotations.NullMarked;
