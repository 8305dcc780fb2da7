/**
 * The seam to IJava 1.3.0, the Java kernel of 2019 that is still what many have installed.
 *
 * <p>Reading order: {@link interlock.notebook.ijava.IJavaAdapter} attaches itself to the kernel
 * from the first cell that calls {@code Notebook}; {@link interlock.notebook.ijava.IJavaCell} is
 * what one cell publishes through; {@link interlock.notebook.ijava.IJavaFields} holds every use of
 * reflection.
 *
 * <p>It compiles against IJava's base, {@code jupyter-jvm-basekernel} 2.3.0. IJava itself is named
 * as text only, and without it no class of this package is loaded.
 *
 * <p>Limits: no widgets, which show their static form. A thread that prints belongs to the latest
 * cell, unless it is a demo's.
 */
@NullMarked
package interlock.notebook.ijava;

import org.jspecify.annotations.NullMarked;
