/**
 * A machine on a virtual clock: cores, an operating system's scheduler, threads, and what they wait
 * for.
 *
 * <p>In reading order: {@link interlock.gil.machine.MachineModel} has the parameters; {@link
 * interlock.gil.machine.SimulatedMachine} knows all that is there; {@code EventLoop} goes from
 * event to event ({@code EventQueue}) and holds the limits; {@code Scheduler} gives each {@code
 * Core} to threads, and {@code Bursts} say how far they come there; {@link
 * interlock.gil.machine.SimThread} is a thread, whose {@link interlock.gil.machine.Activity} says
 * what it does; {@code Phases} are what comes when a step of it is over; {@code Waits} are the
 * program's locks, conditions, queues and channels; {@link interlock.gil.machine.InterpreterLock}
 * is the seam to the lock's protocol; {@link interlock.gil.machine.SharedObject} is what goes wrong
 * without one; {@code Deadlocks} say who waits for whom.
 *
 * <p>The machine and the lock know nothing of what runs on them.
 *
 * <p>Differs from a real machine: no caches but the line of a shared count, and what a core that
 * has idled finds cold; no interrupts other than timers; costs are constants, and only wake-ups and
 * context switches scatter.
 */
@NullMarked
package interlock.gil.machine;

import org.jspecify.annotations.NullMarked;
