/** The same task on every engine there is: one thread, many threads, many processes, CPython. */
@NullMarked
package interlock.parallel;

import org.jspecify.annotations.NullMarked;
