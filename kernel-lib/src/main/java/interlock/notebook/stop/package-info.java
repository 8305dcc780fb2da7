/**
 * How the code of cells is ended: by the stop button, and before it fills the heap.
 *
 * <p>Java has no way to end a thread that computes. So cells are compiled with checks in them,
 * which cost nothing until they are needed. Reading order: {@link interlock.notebook.stop.CellCode}
 * puts the checks into a class, {@link interlock.notebook.stop.CellStop} is what they ask, {@link
 * interlock.notebook.stop.CellStopped} is what they throw, {@link
 * interlock.notebook.stop.MemoryWatch} is the second reason to throw. {@link
 * interlock.notebook.stop.ExitRefused} stands in for {@code System.exit}.
 *
 * <p>Limits: code that loops in a library for long without calling the cell's code back, such as
 * the sum of a {@code LongStream}, ends with a restart only.
 */
@NullMarked
package interlock.notebook.stop;

import org.jspecify.annotations.NullMarked;
