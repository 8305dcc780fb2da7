/**
 * A small language for what threads do: a program in outline.
 *
 * <p>In reading order: {@link interlock.gil.workload.Workload} is a program, {@link
 * interlock.gil.workload.ThreadPlan} one of its threads, {@link interlock.gil.workload.Action} what
 * a thread does, {@link interlock.gil.workload.Span} how long that takes. {@link
 * interlock.gil.workload.Actions} has the words. {@link interlock.gil.workload.Workloads} has the
 * talks' own cases.
 */
@NullMarked
package interlock.gil.workload;

import org.jspecify.annotations.NullMarked;
