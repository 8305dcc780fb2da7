package interlock.scaling;

import interlock.scaling.Terms.Term;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A model of the time that a job takes on {@code n} workers, as a sum of terms in seconds: serial
 * part + parallel part ÷ min(n, limit) + start-up + communication.
 *
 * <pre>{@code
 * SpeedupModel.of(100).serial(0.05).limit(16).startUp(0, 0.5).speedup(8)
 * }</pre>
 *
 * <p>The speedup compares with the sequential program: it does the whole work, starts nobody and
 * tells nobody. So one worker may have a speedup below 1.
 *
 * <p>Assumptions, each of which a real machine breaks somewhere:
 *
 * <ul>
 *   <li>workers are equal, and there is a core for each;
 *   <li>the parallel part divides evenly, and dividing it costs nothing;
 *   <li>terms follow one another: nobody computes while others start up or talk;
 *   <li>a bottleneck serves {@code limit} workers at full speed, and its queue costs nothing more;
 *   <li>start-up costs something once, and the same again for each worker;
 *   <li>the work does not change with the workers (for that, see {@link Gustafson}).
 * </ul>
 *
 * <p>Without bottleneck, start-up and communication it is {@link Amdahl}'s law. Immutable.
 *
 * @param serialSeconds the work that one worker does alone
 * @param parallelSeconds the work that can be divided, as long as it takes on one worker
 * @param limit how many workers can be of use at a time: the pieces that the algorithm has, or what
 *     a shared resource serves; 1 or more, infinite for no limit
 * @param startUpSeconds what starting up costs once
 * @param startUpPerWorkerSeconds what it costs for each worker besides
 * @param communication what workers tell each other
 */
public record SpeedupModel(
    double serialSeconds,
    double parallelSeconds,
    double limit,
    double startUpSeconds,
    double startUpPerWorkerSeconds,
    Communication communication)
    implements ScalingLaw {
  /** Refuses negative times, a job without any work, and a limit below 1. */
  public SpeedupModel {
    Terms.requireSeconds("The serial part", serialSeconds);
    Terms.requireSeconds("The parallel part", parallelSeconds);
    Terms.requireSeconds("Start-up", startUpSeconds);
    Terms.requireSeconds("Start-up of a worker", startUpPerWorkerSeconds);
    if (serialSeconds + parallelSeconds == 0) {
      throw new IllegalArgumentException("A job takes more than 0 seconds");
    }
    if (!(limit >= 1)) {
      throw new IllegalArgumentException("At least 1 worker can be of use at a time, not " + limit);
    }
  }

  /**
   * Returns the ideal: a job of so many seconds on one worker, all of which can be divided.
   *
   * @throws IllegalArgumentException if it is not above 0
   */
  public static SpeedupModel of(double seconds) {
    return new SpeedupModel(0, seconds, Double.POSITIVE_INFINITY, 0, 0, Communication.NONE);
  }

  /**
   * Returns this job with another share of its work serial.
   *
   * @throws IllegalArgumentException if it lies outside 0 to 1
   */
  public SpeedupModel serial(double fraction) {
    double share = new Amdahl(fraction).serialFraction();
    double work = sequentialSeconds();
    return new SpeedupModel(
        share * work,
        (1 - share) * work,
        limit,
        startUpSeconds,
        startUpPerWorkerSeconds,
        communication);
  }

  /** Returns this job with another number of workers that can be of use at a time. */
  public SpeedupModel limit(double workers) {
    return new SpeedupModel(
        serialSeconds,
        parallelSeconds,
        workers,
        startUpSeconds,
        startUpPerWorkerSeconds,
        communication);
  }

  /** Returns this job with another cost of starting up, once and for each worker, in seconds. */
  public SpeedupModel startUp(double once, double perWorker) {
    return new SpeedupModel(serialSeconds, parallelSeconds, limit, once, perWorker, communication);
  }

  /** Returns this job with other communication. */
  public SpeedupModel communication(Communication talk) {
    return new SpeedupModel(
        serialSeconds, parallelSeconds, limit, startUpSeconds, startUpPerWorkerSeconds, talk);
  }

  /** Returns what the sequential program takes, in seconds. */
  public double sequentialSeconds() {
    return serialSeconds + parallelSeconds;
  }

  /**
   * Returns the terms of one number of workers. The bottleneck's is what the limit adds to each
   * worker's own share.
   *
   * @throws IllegalArgumentException if {@code workers} is less than 1
   */
  public Terms terms(int workers) {
    Terms.requireWorkers(workers);
    double share = parallelSeconds / workers;
    return new Terms(
        workers,
        Map.of(
            Term.SERIAL,
            serialSeconds,
            Term.PARALLEL,
            share,
            Term.BOTTLENECK,
            parallelSeconds / Math.min(workers, limit) - share,
            Term.START_UP,
            startUpSeconds + workers * startUpPerWorkerSeconds,
            Term.COMMUNICATION,
            communication.seconds(workers)));
  }

  /** Returns the time of one number of workers, in seconds: the sum of its {@link #terms}. */
  public double seconds(int workers) {
    return terms(workers).total();
  }

  @Override
  public String name() {
    return "model";
  }

  @Override
  public double speedup(int workers) {
    return sequentialSeconds() / seconds(workers);
  }

  /**
   * Returns the number of workers with which the job ends first, the fewest if several do.
   *
   * @param most the most workers that there are
   * @throws IllegalArgumentException if {@code most} is less than 1
   */
  public int best(int most) {
    Terms.requireWorkers(most);
    int best = 1;
    double fewestSeconds = seconds(1);
    for (int workers = 2; workers <= most; workers++) {
      double seconds = seconds(workers);
      if (seconds < fewestSeconds * (1 - 1e-12)) {
        best = workers;
        fewestSeconds = seconds;
      }
    }
    return best;
  }

  /** Returns the modelled speedups as a curve without error bars, to set beside a measured one. */
  public SpeedupCurve curve(int... workers) {
    List<SpeedupPoint> points =
        Arrays.stream(workers)
            .mapToObj(n -> new SpeedupPoint(n, speedup(n), speedup(n), speedup(n)))
            .toList();
    return new SpeedupCurve(name(), points);
  }

  /** Returns the powers of two up to {@code most}: numbers of workers worth a bar in a chart. */
  public static int[] powersOfTwo(int most) {
    Terms.requireWorkers(most);
    return IntStream.iterate(1, n -> n > 0 && n <= most, n -> 2 * n).toArray();
  }
}
