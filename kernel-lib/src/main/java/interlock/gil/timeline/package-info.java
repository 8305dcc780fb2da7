/**
 * What a simulated run did: values that a picture, a table, a trace file and a test read alike.
 *
 * <p>In reading order: {@link interlock.gil.timeline.Timeline} is a run, moment by moment; {@link
 * interlock.gil.timeline.ThreadTrack} is one thread of it, a row of {@link
 * interlock.gil.timeline.Stretch}es, each in one {@link interlock.gil.timeline.State}; {@link
 * interlock.gil.timeline.LockTrack} is one interpreter lock, a row of {@link
 * interlock.gil.timeline.Step}s of its protocol; {@link interlock.gil.timeline.HandOver} is the
 * lock going to another thread, for a {@link interlock.gil.timeline.Cause}. {@link
 * interlock.gil.timeline.Moment} is a lock at an instant: who holds, who wants, whether the flag is
 * up. {@link interlock.gil.timeline.Figures} are the sums, with {@link
 * interlock.gil.timeline.ThreadFigures}, {@link interlock.gil.timeline.Distribution}, {@link
 * interlock.gil.timeline.Count} and the {@link interlock.gil.timeline.Ending}. {@link
 * interlock.gil.timeline.Recorder} makes a timeline while the run goes on. {@link
 * interlock.gil.timeline.PerfettoTrace} writes one to a file.
 *
 * <p>All times are whole nanoseconds of virtual time from the start of the run.
 */
@NullMarked
package interlock.gil.timeline;

import org.jspecify.annotations.NullMarked;
