/**
 * Measuring: what ran, how often, how long and in how much memory, and on which machine.
 *
 * <p>In reading order: {@link interlock.measure.Timing} runs something again and again after a
 * warm-up; {@link interlock.measure.Measurement} is what came out, its quantiles where {@link
 * interlock.measure.Rank} says; {@link interlock.measure.Timed} adds the value that was computed;
 * {@link interlock.measure.WorkerSeries} puts measurements side by side by number of workers;
 * {@link interlock.measure.Machine} says where it was measured; {@link interlock.measure.Durations}
 * and {@link interlock.measure.BinaryBytes} write for people.
 *
 * <p>{@link interlock.measure.PhaseTiming} cuts a run into {@link interlock.measure.Phases}; {@link
 * interlock.measure.FreshJvm} and {@link interlock.measure.FirstLine} measure programs in processes
 * of their own, and {@link interlock.measure.NearestPoints} is such a program.
 *
 * <p>{@link interlock.measure.MemorySampler} looks at memory while something runs, as its {@link
 * interlock.measure.SamplerRecipe} says; {@link interlock.measure.MemoryRecord} is what it saw:
 * {@link interlock.measure.MemorySeries} of {@link interlock.measure.MemoryPoint}s, and {@link
 * interlock.measure.MemoryMark}s.
 *
 * <p>Limits: wall-clock time on a shared machine; nothing here pins threads. Resident memory counts
 * shared libraries in each process that uses them. On Linux it comes from {@code /proc}, on macOS
 * and Windows from OSHI, where it is not tried yet.
 */
@NullMarked
package interlock.measure;

import org.jspecify.annotations.NullMarked;
