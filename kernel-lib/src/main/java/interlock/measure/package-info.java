/**
 * Timing: what ran, how often, how long, with its spread, and on which machine.
 *
 * <p>In reading order: {@link interlock.measure.Timing} runs something again and again after a
 * warm-up; {@link interlock.measure.Measurement} is what came out; {@link interlock.measure.Timed}
 * adds the value that was computed; {@link interlock.measure.WorkerSeries} puts measurements side
 * by side by number of workers; {@link interlock.measure.Machine} says where it was measured;
 * {@link interlock.measure.Durations} writes durations for people.
 *
 * <p>Limits: wall-clock time of one process on a shared machine. Nothing here pins threads or forks
 * fresh virtual machines; benchmarks do that.
 */
@NullMarked
package interlock.measure;

import org.jspecify.annotations.NullMarked;
