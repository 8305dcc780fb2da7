/**
 * The interpreter locks of CPython's versions and of other interpreters: one sealed family.
 *
 * <p>In reading order: {@link interlock.gil.policy.GilPolicy} is what all have; {@link
 * interlock.gil.policy.TimedDrop} is CPython 3.2 to 3.11, over a {@code GlibcCondition}; {@link
 * interlock.gil.policy.Ticks} is CPython 2; {@link interlock.gil.policy.PerInterpreter} is 3.12
 * with several interpreters; {@link interlock.gil.policy.FreeThreaded} is the build without the
 * lock, with {@link interlock.gil.policy.Counting} of references; {@link interlock.gil.policy.PyPy}
 * and {@link interlock.gil.policy.Jython} are other interpreters; {@link
 * interlock.gil.policy.LockPerObject} and {@link interlock.gil.policy.NoLock} are there for
 * contrast.
 */
@NullMarked
package interlock.gil.policy;

import org.jspecify.annotations.NullMarked;
