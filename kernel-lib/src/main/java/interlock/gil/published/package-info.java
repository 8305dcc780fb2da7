/**
 * Figures that others have published, beside the same workload on the simulated lock.
 *
 * <p>In reading order: {@link interlock.gil.published.PublishedFigure} is one figure with its
 * workload, its machine and what is assumed of it; {@link interlock.gil.published.PublishedFigures}
 * are all of them. {@code CountDown}, {@code PiWithALock}, {@code Convoy} and {@code FreeThreads}
 * are the sources.
 *
 * <p>A parameter is cited, assumed, or fitted to a figure. A figure that a parameter was fitted to
 * proves nothing, and is marked; what that parameter then gives for the other figures does.
 *
 * <p>Limits: the machines are gone. Of most only the number of cores and the clock are known, so
 * ratios are compared, and the speed of an instruction is that of the source's own base line.
 */
@NullMarked
package interlock.gil.published;

import org.jspecify.annotations.NullMarked;
