/** Speedup laws and machine models, fitted to measured runs. */
@NullMarked
package interlock.scaling;

import org.jspecify.annotations.NullMarked;
