/** Timing: what ran, how often, how long, with its spread. */
@NullMarked
package interlock.measure;

import org.jspecify.annotations.NullMarked;
