/**
 * An engine whose workers are Java virtual machines of their own: nothing is shared, everything is
 * sent.
 *
 * <p>{@link interlock.parallel.process.ChildJvms} is the engine. A child has the class path of its
 * parent. A class that it does not find there, such as the class of a notebook cell, it asks its
 * parent for; {@link interlock.parallel.process.CellClasses} is where the parent looks it up. The
 * values of cell variables that a task reads are sent along with the task.
 *
 * <p>How a run goes: the parent packs the task ({@code Packer}), each child unpacks it ({@code
 * ChildMain}, {@code CellLoader}) and says so; then the parent hands each child one piece at a time
 * until none is left. All messages ({@code Message}) go over the child's standard input and output;
 * a child whose input ends, because its parent is gone, ends too.
 *
 * <p>Limits: what a piece changes stays in the child; a class in a jar that was put on the class
 * path after the child had started is fetched from the parent.
 */
@NullMarked
package interlock.parallel.process;

import org.jspecify.annotations.NullMarked;
