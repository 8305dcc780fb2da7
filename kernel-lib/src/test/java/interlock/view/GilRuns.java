package interlock.view;

import interlock.gil.timeline.Cause;
import interlock.gil.timeline.Distribution;
import interlock.gil.timeline.Ending;
import interlock.gil.timeline.Figures;
import interlock.gil.timeline.HandOver;
import interlock.gil.timeline.Recorder;
import interlock.gil.timeline.State;
import interlock.gil.timeline.Step;
import interlock.gil.timeline.Step.Kind;
import interlock.gil.timeline.Stretch;
import interlock.gil.timeline.ThreadFigures;
import interlock.gil.timeline.Timeline;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Timelines written by hand, as a simulated run would leave them. */
final class GilRuns {
  static final long MS = 1_000_000;

  private final Recorder recorder = new Recorder(10_000_000);
  private final List<String> names;
  private final List<Map<State, Long>> inState = new ArrayList<>();
  private final Map<Cause, Long> causes = new EnumMap<>(Cause.class);

  private GilRuns(List<String> names, boolean locked) {
    this.names = names;
    if (locked) {
      recorder.lock("python");
    }
    names.forEach(name -> inState.add(new EnumMap<>(State.class)));
    names.forEach(name -> recorder.thread(name, "python", locked ? 0 : -1));
  }

  static GilRuns of(String... names) {
    return new GilRuns(List.of(names), true);
  }

  static GilRuns withoutLock(String... names) {
    return new GilRuns(List.of(names), false);
  }

  GilRuns state(int thread, State state, int core, String what, long now) {
    recorder.state(thread, state.code(), core, recorder.reason(what), now);
    return this;
  }

  GilRuns step(int thread, Kind kind, long now) {
    recorder.step(0, thread, kind, -1, now);
    return this;
  }

  GilRuns handOver(int from, int to, Cause cause, long dropped, long taken) {
    causes.merge(cause, 1L, Long::sum);
    recorder.handOver(new HandOver(dropped, taken, from, to, cause, 0));
    return this;
  }

  Timeline end(String title, long at) {
    List<ThreadFigures> threads = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      threads.add(
          new ThreadFigures(names.get(i), 0, at, inState.get(i), 0, 0, new EnumMap<>(Cause.class)));
    }
    Timeline run = recorder.timeline(title, figures(threads, at));
    for (int i = 0; i < names.size(); i++) {
      for (Stretch stretch : run.threads().get(i).stretches()) {
        inState.get(i).merge(stretch.state(), stretch.nanos(), Long::sum);
      }
    }
    threads.replaceAll(thread ->
        new ThreadFigures(
            thread.name(),
            0,
            at,
            inState.get(names.indexOf(thread.name())),
            0,
            0,
            new EnumMap<>(Cause.class)));
    return new Timeline(
        title, run.threads(), run.locks(), run.handOvers(), figures(threads, at), at);
  }

  private Figures figures(List<ThreadFigures> threads, long at) {
    SequencedMap<String, Distribution> latencies = new LinkedHashMap<>();
    latencies.put("round trip", Distribution.of(20_000, 30_000, 40_000, 5_100_000));
    return new Figures(
        "3.11",
        at,
        threads,
        List.of(at, at / 4),
        causes,
        latencies,
        new LinkedHashMap<>(),
        0,
        new Ending.Completed());
  }

  /** Two threads that compute: every 5 ms one asks the other for the lock, and gets it. */
  static Timeline twoCounters(int turns) {
    return twoCounters("main", "worker", turns);
  }

  static Timeline twoCounters(String one, String other, int turns) {
    GilRuns run = of(one, other);
    run.step(0, Kind.ASKS, 0).step(0, Kind.TAKES, 0);
    run.state(0, State.RUNS_WITH_GIL, 0, "", 0).state(1, State.WAITS_FOR_GIL, -1, "GIL", 0);
    run.step(1, Kind.ASKS, 0).step(1, Kind.WAITS, 0);
    for (int turn = 0; turn < turns; turn++) {
      forced(run, turn % 2, 1 - turn % 2, 5 * MS * (turn + 1));
    }
    return run.end("Two threads count down", 5 * MS * (turns + 1));
  }

  /** The waiter's interval is over: the forced hand-over of CPython 3.2 and later. */
  static void forced(GilRuns run, int holder, int waiter, long at) {
    run.step(waiter, Kind.TIMES_OUT, at).step(waiter, Kind.REQUESTS, at);
    run.step(holder, Kind.CHECKS, at + 1_000).step(holder, Kind.DROPS, at + 2_000);
    run.step(holder, Kind.SIGNALS, at + 3_000).step(holder, Kind.AWAITS_SWITCH, at + 4_000);
    run.step(waiter, Kind.TAKES, at + 28_000).step(waiter, Kind.CLEARS, at + 28_000);
    run.step(holder, Kind.ASKS, at + 30_000).step(holder, Kind.WAITS, at + 30_500);
    run.state(holder, State.WAITS_FOR_GIL, -1, "GIL", at + 2_000);
    run.state(waiter, State.WAITS_FOR_CORE, -1, "", at + 3_000);
    run.state(waiter, State.RUNS_WITH_GIL, 1 - holder, "", at + 28_000);
    run.handOver(holder, waiter, Cause.INTERVAL, at + 2_000, at + 28_000);
  }

  /** A second in which a reader and a server pass the lock 20,000 times, and others wait. */
  static Timeline busy(int threads, int turns) {
    String[] names = new String[threads];
    for (int i = 0; i < threads; i++) {
      names[i] = "reader " + i;
    }
    GilRuns run = of(names);
    long turn = 1000 * MS / turns;
    for (int i = 0; i < turns; i++) {
      long at = i * turn;
      int holder = i % threads;
      run.step(holder, Kind.ASKS, at).step(holder, Kind.TAKES, at + turn / 10);
      run.state(holder, State.WAITS_FOR_GIL, -1, "GIL", at);
      run.state(holder, State.RUNS_WITH_GIL, i % 2, "", at + turn / 10);
      run.state(holder, State.RUNS_WITHOUT_GIL, i % 2, "", at + turn / 2);
      run.step(holder, Kind.DROPS, at + turn / 2).step(holder, Kind.SIGNALS, at + turn / 2);
      run.state(holder, State.WAITS_FOR_IO, -1, "socket", at + 9 * turn / 10);
      run.handOver((i + threads - 1) % threads, holder, Cause.IO, at, at + turn / 10);
    }
    return run.end("Readers and a socket", 1000 * MS);
  }

  /** Every state once, a millisecond each. */
  static Timeline everyState() {
    GilRuns run = of("all", "<b>&amp;");
    long at = 0;
    for (State state : State.values()) {
      run.state(0, state, state.onCore() ? 0 : -1, "", at);
      run.state(1, State.SLEEPS, -1, "", at);
      at += MS;
    }
    run.step(0, Kind.TAKES, 0).step(0, Kind.DROPS, MS);
    return run.end("Every state", at);
  }

  /** Steps of a lock in order, for tests of what is said. */
  static List<Step> steps(Timeline run) {
    return run.locks().getFirst().steps();
  }
}
