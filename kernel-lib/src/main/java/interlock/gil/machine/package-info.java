/**
 * A machine on a virtual clock: cores, an operating system's scheduler, threads, and what they wait
 * for.
 *
 * <p>In reading order: {@link interlock.gil.machine.MachineModel} has the parameters; {@link
 * interlock.gil.machine.SimulatedMachine} goes from event to event ({@code EventQueue}); {@code
 * Scheduler} gives cores to threads; {@link interlock.gil.machine.SimThread} is a thread, whose
 * {@link interlock.gil.machine.Activity} says what it does; {@code Waits} are the program's locks,
 * conditions, queues and channels; {@link interlock.gil.machine.InterpreterLock} is the seam to the
 * lock's protocol; {@link interlock.gil.machine.SharedObject} is what goes wrong without one.
 *
 * <p>The machine and the lock know nothing of what runs on them.
 *
 * <p>Differs from a real machine: one run queue for all cores; no caches but the line of a shared
 * count; no interrupts other than timers; costs are constants, and only wake-ups and context
 * switches scatter.
 */
@NullMarked
package interlock.gil.machine;

import org.jspecify.annotations.NullMarked;
