/**
 * Engines whose workers are in this process: they share one heap, and nothing is sent.
 *
 * <p>{@link interlock.parallel.thread.Sequential} is the baseline; {@link
 * interlock.parallel.thread.PlatformThreads} are threads of the operating system; {@link
 * interlock.parallel.thread.VirtualThreads} are threads of the Java virtual machine (JEP 444).
 *
 * <p>Limits: Java cannot end a thread from outside. A piece that never looks at {@link
 * interlock.parallel.Piece#checkInterrupt()} runs to its end after an interrupt, although the run
 * has returned.
 */
@NullMarked
package interlock.parallel.thread;

import org.jspecify.annotations.NullMarked;
