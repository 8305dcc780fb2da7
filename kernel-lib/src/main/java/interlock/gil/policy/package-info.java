/**
 * The interpreter locks of CPython's versions and of other interpreters: one sealed family.
 *
 * <p>In reading order: {@link interlock.gil.policy.GilPolicy} is what all have; {@link
 * interlock.gil.policy.TimedDrop} is CPython 3.2 to 3.11.
 */
@NullMarked
package interlock.gil.policy;

import org.jspecify.annotations.NullMarked;
