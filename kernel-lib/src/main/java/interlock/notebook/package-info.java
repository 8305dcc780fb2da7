/** The only package that knows Jupyter: renderers, live displays, progress and interrupts. */
@NullMarked
package interlock.notebook;

import org.jspecify.annotations.NullMarked;
