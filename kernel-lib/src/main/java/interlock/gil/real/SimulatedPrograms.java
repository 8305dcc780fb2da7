package interlock.gil.real;

import static interlock.gil.workload.Actions.allowThreads;
import static interlock.gil.workload.Actions.begin;
import static interlock.gil.workload.Actions.between;
import static interlock.gil.workload.Actions.end;
import static interlock.gil.workload.Actions.forever;
import static interlock.gil.workload.Actions.get;
import static interlock.gil.workload.Actions.join;
import static interlock.gil.workload.Actions.lock;
import static interlock.gil.workload.Actions.nanos;
import static interlock.gil.workload.Actions.put;
import static interlock.gil.workload.Actions.receive;
import static interlock.gil.workload.Actions.repeat;
import static interlock.gil.workload.Actions.send;
import static interlock.gil.workload.Actions.sleep;
import static interlock.gil.workload.Actions.spawn;
import static interlock.gil.workload.Actions.systemCall;
import static interlock.gil.workload.Actions.thread;
import static interlock.gil.workload.Actions.unlock;

import interlock.gil.workload.Action;
import interlock.gil.workload.Actions;
import interlock.gil.workload.Span;
import interlock.gil.workload.ThreadPlan;
import interlock.gil.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The simulated side of every experiment: its Python program in outline. Each cost is a quantity of
 * the calibration; the span {@link #SPAN} is what the program times.
 *
 * <p>Differs from the programs: a bounded queue is two queues, one of items and one of free places;
 * the clock is read for nothing.
 */
final class SimulatedPrograms {
  static final String SPAN = "sample";

  private final Experiment experiment;
  private final Calibration cost;

  private SimulatedPrograms(Experiment experiment, Calibration cost) {
    this.experiment = experiment;
    this.cost = cost;
  }

  /** Returns an experiment as a workload. */
  static Workload of(Experiment experiment, Calibration cost) {
    SimulatedPrograms programs = new SimulatedPrograms(experiment, cost);
    return new Workload(
        experiment.name(),
        switch (experiment.program()) {
          case COMPUTE -> experiment.runsOnJvm() ? programs.compute() : programs.processes();
          case ECHO -> programs.echo();
          case READY -> programs.ready();
          case PRODUCE -> programs.produce();
          case PI -> programs.pi();
          case SLEEPERS -> programs.sleepers();
          case RELEASE -> programs.release();
          case HEARTBEAT -> programs.heartbeat();
        });
  }

  private Action.Compute loops(double number) {
    return new Action.Compute(Span.of(nanos(number * cost.of(Quantity.LOOP))));
  }

  private int workers() {
    return experiment.count("workers");
  }

  private List<ThreadPlan> compute() {
    int each = experiment.count("total") / workers();
    return whole(workers(), loops(each));
  }

  /** Each process waits for its order, counts down and answers. */
  private List<ThreadPlan> processes() {
    List<ThreadPlan> all = new ArrayList<>();
    List<Action> main = new ArrayList<>(List.of(begin(SPAN)));
    for (int worker = 0; worker < workers(); worker++) {
      main.add(send("order " + worker));
    }
    for (int worker = 0; worker < workers(); worker++) {
      main.add(receive("answer " + worker));
      Action work = loops((double) experiment.count("total") / workers());
      all.add(
          thread("worker " + worker, receive("order " + worker), work, send("answer " + worker))
              .in("process " + worker));
    }
    main.add(end(SPAN));
    all.addFirst(new ThreadPlan("main", ThreadPlan.MAIN, ThreadPlan.MAIN, false, main));
    return all;
  }

  private List<ThreadPlan> echo() {
    Span pause = between(Duration.ZERO, Duration.ofNanos(2 * experiment.nanos("pause")));
    Action[] roundTrip = {
      new Action.Sleep(pause), begin(SPAN), send("there"), receive("back"), end(SPAN)
    };
    ThreadPlan other =
        thread("other", forever(receive("there"), send("back"))).in("another process").asDaemon();
    return beside(other, roundTrip);
  }

  private List<ThreadPlan> ready() {
    return beside(begin(SPAN), systemCall(), systemCall(), end(SPAN));
  }

  private List<ThreadPlan> heartbeat() {
    return beside(begin(SPAN), sleep(Duration.ofNanos(experiment.nanos("period"))), end(SPAN));
  }

  private List<ThreadPlan> produce() {
    int items = experiment.count("items");
    int room = experiment.count("room");
    List<Action> make = new ArrayList<>(List.of(loops(experiment.count("produce"))));
    List<Action> use = new ArrayList<>(List.of(get("items")));
    if (room > 0) {
      make.add(get("places"));
      use.add(put("places"));
    }
    make.add(put("items"));
    use.add(loops(experiment.count("consume")));
    ThreadPlan producer =
        thread("producer", repeat(room, put("places")), repeat(items, make.toArray(Action[]::new)));
    return whole(List.of(producer, thread("consumer", repeat(items, use.toArray(Action[]::new)))));
  }

  /** CPython 3.11 has no check point between the lock's acquire and its release. */
  private List<ThreadPlan> pi() {
    int batch = experiment.count("batch");
    double count = Math.max(0, cost.of(Quantity.COUNTED) - cost.of(Quantity.LOCK_PAIR) / 2);
    return whole(
        workers(),
        repeat(
            experiment.count("points") / workers() / batch,
            Actions.compute(nanos(batch * cost.of(Quantity.POINT) + count)),
            lock("hits"),
            unlock("hits")));
  }

  private List<ThreadPlan> sleepers() {
    return whole(
        workers(),
        repeat(experiment.count("times"), sleep(Duration.ofNanos(experiment.nanos("pause")))));
  }

  private List<ThreadPlan> release() {
    double kibibytes = experiment.count("buffer") / 1024.0;
    return whole(
        workers(),
        repeat(
            experiment.count("times") / workers(),
            allowThreads(nanos(kibibytes * cost.of(Quantity.CHECKSUM)))));
  }

  /** Equal threads that a main thread starts and awaits. */
  private static List<ThreadPlan> whole(int workers, Action... actions) {
    List<ThreadPlan> plans = new ArrayList<>();
    for (int worker = 0; worker < workers; worker++) {
      plans.add(thread("worker " + worker, actions));
    }
    return whole(plans);
  }

  private static List<ThreadPlan> whole(List<ThreadPlan> plans) {
    List<Action> main = new ArrayList<>(List.of(begin(SPAN)));
    plans.forEach(plan -> main.add(spawn(plan)));
    plans.forEach(plan -> main.add(join(plan.name())));
    main.add(end(SPAN));
    return List.of(new ThreadPlan("main", ThreadPlan.MAIN, ThreadPlan.MAIN, false, main));
  }

  private List<ThreadPlan> beside(Action... sample) {
    return List.copyOf(spinnersAnd(sample));
  }

  private List<ThreadPlan> beside(ThreadPlan other, Action... sample) {
    List<ThreadPlan> plans = spinnersAnd(sample);
    plans.add(other);
    return plans;
  }

  /** A thread that takes samples beside threads that compute for ever. */
  private List<ThreadPlan> spinnersAnd(Action... sample) {
    List<ThreadPlan> plans = new ArrayList<>();
    plans.add(thread("main", repeat(experiment.count("repeats"), sample)));
    for (int spinner = 0; spinner < experiment.count("spinners"); spinner++) {
      plans.add(
          thread("spinner " + spinner, forever(Actions.compute(Duration.ofMillis(1)))).asDaemon());
    }
    return plans;
  }
}
