/**
 * Threads or processes: a job in numbers, the ways to run it, and which of them a simulated machine
 * finishes first.
 *
 * <p>In reading order: {@link interlock.gil.advice.Job} is equal pieces of work, each with so much
 * Python, released code and waiting; {@link interlock.gil.advice.Copying} is what a piece needs
 * from elsewhere; {@link interlock.gil.advice.Way} is a way to run a job, as a workload and a lock;
 * {@link interlock.gil.advice.Advice} compares the ways, with {@link interlock.gil.advice.Parts} of
 * each one's time. {@link interlock.gil.real.RealJob} measures the same job on this machine.
 *
 * <p>Limits: workers that are there already, so no start-up and no memory of theirs; pieces that
 * ask nothing of one another.
 */
@NullMarked
package interlock.gil.advice;

import org.jspecify.annotations.NullMarked;
