/** Interlock: how Python runs in parallel, as an inspectable model beside real engines. */
@NullMarked
package interlock;

import org.jspecify.annotations.NullMarked;
