package interlock.gil.published;

import static interlock.gil.published.PublishedFigure.nanos;
import static interlock.gil.workload.Actions.compute;
import static interlock.gil.workload.Actions.millis;
import static interlock.gil.workload.Actions.thread;

import interlock.gil.SimulatedGil;
import interlock.gil.machine.MachineModel;
import interlock.gil.policy.FreeThreaded;
import interlock.gil.policy.GilPolicy;
import interlock.gil.policy.PerInterpreter;
import interlock.gil.published.PublishedFigure.Use;
import interlock.gil.workload.Workload;
import java.util.List;
import java.util.stream.IntStream;

/** Sums on the free-threaded build, and on interpreters with a lock each. */
final class FreeThreads {
  private static final MachineModel SHARED_CORES =
      MachineModel.ofCores(4).with().siblings(2).siblingPermille(660).model();
  private static final List<String> ASSUMPTIONS =
      List.of(
          "assumed: the container's four CPUs are two cores with two hardware threads each, and"
              + " two threads get a core each",
          "fitted: a hardware thread beside a busy one has 0.66 of its speed; fitted to 2.64",
          "assumed: threads share no object whose count they change");

  private FreeThreads() {}

  static List<PublishedFigure> figures() {
    GilPolicy free = FreeThreaded.v314();
    return List.of(
        figure("c01: 4 threads, free-threaded", 2.64, Use.FITTED, free, 4),
        figure("c01: 2 threads, free-threaded", 1.98, Use.PREDICTED, free, 2),
        figure("c08: 4 threads, free-threaded (506 ms, 179 ms)", 2.83, Use.PREDICTED, free, 4),
        figure(
            "c04: 4 interpreters against 4 threads",
            2.01,
            Use.PREDICTED,
            PerInterpreter.v312(),
            4));
  }

  private static PublishedFigure figure(
      String what, double published, Use use, GilPolicy policy, int threads) {
    return new PublishedFigure(
        what,
        published,
        "times as fast as one after the other",
        use,
        "tamnd/cpython-internals, experiments/tier1, September 2026",
        "a loop of additions in each thread; simulated: 50 ms of computing each",
        "a container with a handful of shared cores, CPython 3.15rc1; simulated: " + policy.name(),
        ASSUMPTIONS,
        () -> threads * run(policy, 1) / run(policy, threads));
  }

  private static double run(GilPolicy policy, int threads) {
    Workload workload =
        new Workload(
            "sums",
            IntStream.range(0, threads)
                .mapToObj(i -> thread("worker " + i, compute(millis(50))))
                .toList());
    return nanos(SimulatedGil.of(policy).on(SHARED_CORES).measure(workload.asInterpreters()));
  }
}
