/**
 * Engines that run a task's Python twin in the real CPython of this machine.
 *
 * <p>{@link interlock.parallel.cpython.PythonThreads} has one interpreter whose threads share one
 * lock; {@link interlock.parallel.cpython.PythonProcesses} has an interpreter, and so a lock, for
 * each worker. {@link interlock.measure.cpython.CPythonSearch} finds the interpreter.
 *
 * <p>Both talk to a small host program, {@code host.py}, over its standard input and output; it
 * ends when its input does. Times are measured inside Python, around the work alone.
 *
 * <p>Limits: the twin is pure Python with the standard library; processes are started with {@code
 * spawn} on every system.
 */
@NullMarked
package interlock.parallel.cpython;

import org.jspecify.annotations.NullMarked;
