/**
 * The real ones beside the simulated lock: this machine's CPython, and the JVM with and without a
 * real lock; and what a simulated machine has to know of this one.
 *
 * <p>In reading order: {@link interlock.gil.real.Experiment} is one thing that is measured, {@link
 * interlock.gil.real.Experiments} are those that there are; {@link interlock.gil.real.Calibration}
 * is what was measured of a machine, one {@link interlock.gil.real.Quantity} at a time, each with
 * its {@link interlock.gil.real.Spread}; {@link interlock.gil.real.RealGil} is CPython's protocol
 * as a real lock of real threads, an {@link interlock.gil.real.Interpreter} as {@link
 * interlock.gil.real.Unlocked} is. {@link interlock.gil.real.RealJob} does a job that a learner
 * describes.
 *
 * <p>Limits: without a CPython there is no real side and no calibration but the shipped one. The
 * JVM's threads compute for as long as CPython's do, not the same.
 */
@NullMarked
package interlock.gil.real;

import org.jspecify.annotations.NullMarked;
