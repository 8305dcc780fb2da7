package interlock.gil;

import interlock.gil.timeline.Figures;
import interlock.gil.workload.Workload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The same simulation at many points: policies, cores, intervals, numbers of threads, seeds. What a
 * chart needs that is drawn anew while a slider is dragged.
 *
 * <pre>{@code
 * Sweep.over(List.of(1, 2, 4, 8), n -> new Sweep.Run(gil, Workloads.shared(n, millis(100))))
 *     .run()
 *     .forEach(point -> IO.println(point.at() + ": " + point.figures()));
 * }</pre>
 *
 * <p>The points are simulated side by side on as many cores as there are; each is a run of its own,
 * so the figures do not depend on how many. A sweep never changes; each call returns another.
 *
 * @param <P> what tells one point from another
 */
public final class Sweep<P> {
  /**
   * How many events a point may have so that sixteen of them are drawn anew within 50 ms on one
   * core: at 10 million events a second they take 32 ms.
   */
  public static final long EVENTS_WHILE_DRAGGED = 20_000;

  private static final int MOST_POINTS = 100_000;

  /** What is simulated at a point. */
  public record Run(SimulatedGil gil, Workload workload) {}

  /** A point and what came out there. */
  public record Point<P>(P at, Figures figures) {}

  /** A point of a grid over two parameters. */
  public record Pair<A, B>(A first, B second) {}

  private final List<P> points;
  private final Function<? super P, Run> runs;
  private final long mostEvents;

  private Sweep(List<P> points, Function<? super P, Run> runs, long mostEvents) {
    this.points = points;
    this.runs = runs;
    this.mostEvents = mostEvents;
  }

  /**
   * Returns a sweep over points, not yet simulated.
   *
   * @throws IllegalArgumentException if there are more than 100,000
   */
  public static <P> Sweep<P> over(Collection<P> points, Function<? super P, Run> runs) {
    if (points.size() > MOST_POINTS) {
      throw new IllegalArgumentException(
          "A sweep has at most %,d points, not %,d".formatted(MOST_POINTS, points.size()));
    }
    return new Sweep<>(List.copyOf(points), runs, Long.MAX_VALUE);
  }

  /** Returns every pair of a first and a second parameter, the second changing faster. */
  public static <A, B> List<Pair<A, B>> grid(Collection<A> first, Collection<B> second) {
    List<Pair<A, B>> all = new ArrayList<>();
    first.forEach(a -> second.forEach(b -> all.add(new Pair<>(a, b))));
    return all;
  }

  /**
   * Returns the same sweep, but no point has more events than so many. The ending of a point that
   * would have had more says so.
   */
  public Sweep<P> events(long most) {
    return new Sweep<>(points, runs, most);
  }

  /**
   * Simulates every point and returns them in their order.
   *
   * @throws CancellationException if this thread is interrupted
   */
  public List<Point<P>> run() {
    return run(() -> false);
  }

  /**
   * Simulates every point and returns them in their order.
   *
   * @param cancelled asked often, by several threads: whether the result is wanted no more
   * @throws CancellationException if it is not, or this thread is interrupted
   */
  public List<Point<P>> run(BooleanSupplier cancelled) {
    Thread caller = Thread.currentThread();
    BooleanSupplier over = () -> caller.isInterrupted() || cancelled.getAsBoolean();
    return IntStream.range(0, points.size())
        .parallel()
        .mapToObj(i -> point(points.get(i), over))
        .toList();
  }

  private Point<P> point(P at, BooleanSupplier over) {
    if (over.getAsBoolean()) {
      throw new CancellationException("The sweep was cancelled");
    }
    Run run = runs.apply(at);
    SimulatedGil gil = run.gil().events(Math.min(mostEvents, run.gil().mostEvents()));
    return new Point<>(at, gil.measure(run.workload(), over));
  }
}
