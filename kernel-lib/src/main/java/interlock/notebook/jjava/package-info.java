/**
 * The seam to JJava, the Java kernel: how it is started, and how its cells reach {@code Notebook}.
 *
 * <p>Nothing outside this package names a JJava type. Reading order: {@link
 * interlock.notebook.jjava.KernelMain} starts the kernel, {@link
 * interlock.notebook.jjava.JJavaAdapter} takes its messages over, {@link
 * interlock.notebook.jjava.CellEnvironment} is what one cell publishes through, {@link
 * interlock.notebook.jjava.CellErrors} says why a cell failed and {@link
 * interlock.notebook.jjava.CellSources} in which line, {@link
 * interlock.notebook.jjava.KeptVariables} keeps variables over a rerun, {@link
 * interlock.notebook.jjava.Inspection} answers Shift-Tab, {@link
 * interlock.notebook.jjava.Internals} holds every use of reflection.
 *
 * <p>It compiles against {@code jjava-jupyter} 1.0-a6 and runs on 1.0a8.
 */
@NullMarked
package interlock.notebook.jjava;

import org.jspecify.annotations.NullMarked;
