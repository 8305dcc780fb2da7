/**
 * The only package that knows Jupyter: what a cell calls, and how its output reaches the front end.
 *
 * <p>Reading order: {@link interlock.notebook.Notebook} is what cells call; {@link
 * interlock.notebook.LiveDisplay}, {@link interlock.notebook.Progress} and {@link
 * interlock.notebook.Demo} are what it returns; {@link interlock.notebook.Renderers} decides how a
 * value looks, and {@link interlock.notebook.ErrorText} how an exception reads. Below them, a
 * {@link interlock.notebook.Cell} is the place that output goes to, and a {@link
 * interlock.notebook.KernelAdapter} is the seam to one kind of kernel: JJava's is in {@code
 * interlock.notebook.jjava}, and without a kernel everything is printed as text.
 *
 * <p>Limits: on a stock kernel, code in a cell that neither waits nor asks whether it is
 * interrupted goes on computing after the stop button ended its cell.
 */
@NullMarked
package interlock.notebook;

import org.jspecify.annotations.NullMarked;
