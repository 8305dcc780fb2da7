/**
 * The same task on every engine there is: one thread, many threads, many processes, CPython.
 *
 * <p>In reading order: a {@link interlock.parallel.Task} is a computation in a fixed number of
 * {@link interlock.parallel.Piece}s, perhaps with a {@link interlock.parallel.PythonTwin}; an
 * {@link interlock.parallel.Engine} runs it with some number of workers and returns a {@link
 * interlock.parallel.Run}; {@link interlock.parallel.Engines} lists the engines; a {@link
 * interlock.parallel.Study} runs one task on all of them, again and again, and its {@link
 * interlock.parallel.StudyResult} says what came out. {@link interlock.parallel.MonteCarloPi} is a
 * ready task.
 *
 * <p>Limits: a speedup compares runs of one {@link interlock.parallel.Family}; every task is data
 * parallel, its pieces never talk to each other.
 */
@NullMarked
package interlock.parallel;

import org.jspecify.annotations.NullMarked;
