package interlock.view;

import interlock.gil.timeline.LockTrack;
import interlock.gil.timeline.Step;
import interlock.gil.timeline.Stretch;
import interlock.gil.timeline.ThreadTrack;
import interlock.gil.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The lanes of a timeline: one for each interpreter lock, with who holds it, and one for each
 * thread or core. Of many, the last lane stands for all that have none of their own.
 */
final class GilRows {
  static final int MOST_LOCKS = 4;
  static final int MOST = 16;
  private static final String OTHER_THREADS = " other threads";
  private static final String OTHER_CORES = " other cores";

  /** A busy lane has too many stretches to make a word for each. */
  private static final List<String> CORES =
      IntStream.range(0, 256).mapToObj(core -> "core " + core).toList();

  private final Timeline run;
  private final TimeWindow window;
  private final double pixels;
  private final int grain;

  /**
   * A lane.
   *
   * @param label its name
   * @param shares what falls on it
   * @param thread the thread that it is the lane of; negative for a lock, a core or several threads
   */
  record Row(String label, LaneShares shares, int thread) {
    /** The thread of a lane for all that have none of their own. */
    private static final int OTHERS = -2;

    private static final int LOCK = -3;
    private static final int CORE = -1;

    boolean isLock() {
      return thread == LOCK;
    }

    /** Returns whether it is the lane of one or several threads. */
    boolean isThreads() {
      return thread >= 0 || isOthers();
    }

    boolean isOthers() {
      return thread == OTHERS;
    }
  }

  GilRows(Timeline run, TimeWindow window, double pixels, int grain) {
    this.run = run;
    this.window = window;
    this.pixels = pixels;
    this.grain = grain;
  }

  /** Returns how many lanes a timeline has. */
  static int count(Timeline run, boolean byCore) {
    int lanes = byCore ? run.figures().coreBusyNanos().size() : run.threads().size();
    return drawn(run).size() + Math.min(MOST, lanes);
  }

  /** Returns the names of a timeline's lanes, from top to bottom. */
  static List<String> labels(Timeline run, boolean byCore) {
    List<String> labels = new ArrayList<>();
    boolean oneLock = run.locks().size() == 1;
    drawn(run).forEach(lock -> labels.add(oneLock ? "GIL" : "GIL, " + lock.name()));
    int lanes = byCore ? run.figures().coreBusyNanos().size() : run.threads().size();
    boolean oneProcess = run.threads().stream().map(ThreadTrack::process).distinct().count() <= 1;
    for (int i = 0; i < alone(lanes); i++) {
      labels.add(byCore ? "core " + i : label(run.threads().get(i), oneProcess));
    }
    if (lanes > alone(lanes)) {
      labels.add((lanes - alone(lanes)) + (byCore ? OTHER_CORES : OTHER_THREADS));
    }
    return labels;
  }

  /** Returns the locks that have a lane: none of an interpreter that has no lock to take. */
  private static List<LockTrack> drawn(Timeline run) {
    return run.locks().stream().filter(lock -> !lock.steps().isEmpty()).limit(MOST_LOCKS).toList();
  }

  List<Row> rows(boolean byCore) {
    List<Row> rows = new ArrayList<>(locks());
    rows.addAll(byCore ? cores() : threads());
    return rows;
  }

  private List<Row> locks() {
    List<Row> rows = new ArrayList<>();
    for (LockTrack lock : drawn(run)) {
      LaneShares shares = LaneShares.over(window, pixels, grain);
      holders(lock, shares);
      rows.add(new Row(run.locks().size() == 1 ? "GIL" : "GIL, " + lock.name(), shares, Row.LOCK));
    }
    return rows;
  }

  private void holders(LockTrack lock, LaneShares shares) {
    List<Step> steps = lock.steps();
    int holder = -1;
    long since = 0;
    for (int i = holderBefore(lock); i < steps.size(); i++) {
      Step step = steps.get(i);
      if (step.kind() == Step.Kind.DROPS && holder >= 0) {
        shares.add(GilLayer.HOLDS, since, step.atNanos(), name(holder));
        holder = -1;
      } else if (step.kind() == Step.Kind.TAKES) {
        holder = step.thread();
        since = step.atNanos();
        if (since >= window.toNanos()) {
          return;
        }
      }
    }
    if (holder >= 0) {
      shares.add(GilLayer.HOLDS, since, run.recordedNanos(), name(holder));
    }
  }

  /** Returns the place of the last step before the window at which the lock was taken. */
  private int holderBefore(LockTrack lock) {
    int place = lock.stepsUpTo(window.fromNanos()) - 1;
    while (place > 0 && lock.steps().get(place).kind() != Step.Kind.TAKES) {
      place--;
    }
    return Math.max(0, place);
  }

  private String name(int thread) {
    return run.threads().get(thread).name();
  }

  private List<Row> threads() {
    List<Row> rows = new ArrayList<>();
    int alone = alone(run.threads().size());
    boolean oneProcess = run.threads().stream().map(ThreadTrack::process).distinct().count() <= 1;
    for (int i = 0; i < alone; i++) {
      LaneShares shares = LaneShares.over(window, pixels, grain);
      fill(run.threads().get(i), shares);
      rows.add(new Row(label(run.threads().get(i), oneProcess), shares, i));
    }
    int others = run.threads().size() - alone;
    if (others > 0) {
      LaneShares shares = LaneShares.shared(window, pixels, grain, others);
      run.threads().subList(alone, run.threads().size()).forEach(track -> fill(track, shares));
      rows.add(new Row(others + OTHER_THREADS, shares, Row.OTHERS));
    }
    return rows;
  }

  /** Returns how many of these have a lane of their own. */
  static int alone(int lanes) {
    return lanes <= MOST ? lanes : MOST - 1;
  }

  private static String label(ThreadTrack track, boolean oneProcess) {
    boolean said = oneProcess || track.name().equals(track.process());
    return said ? track.name() : track.name() + " (" + track.process() + ")";
  }

  private void fill(ThreadTrack track, LaneShares shares) {
    List<Stretch> stretches = track.stretches();
    for (int i = firstIn(track); i < stretches.size(); i++) {
      Stretch stretch = stretches.get(i);
      if (stretch.fromNanos() >= window.toNanos()) {
        return;
      }
      shares.add(
          GilLayer.of(stretch.state()), stretch.fromNanos(), stretch.toNanos(), label(stretch));
    }
  }

  private static String label(Stretch stretch) {
    return stretch.core() < 0
        ? stretch.what()
        : stretch.core() < CORES.size() ? CORES.get(stretch.core()) : "";
  }

  private int firstIn(ThreadTrack track) {
    return GilWindow.firstEndingAfter(track.stretches(), window.fromNanos());
  }

  private List<Row> cores() {
    int cores = run.figures().coreBusyNanos().size();
    int alone = alone(cores);
    List<Row> rows = new ArrayList<>();
    for (int core = 0; core < alone; core++) {
      rows.add(new Row("core " + core, LaneShares.over(window, pixels, grain), Row.CORE));
    }
    if (cores > alone) {
      LaneShares shares = LaneShares.shared(window, pixels, grain, cores - alone);
      rows.add(new Row((cores - alone) + OTHER_CORES, shares, -1));
    }
    run.threads().forEach(track -> fillCores(track, rows));
    return rows;
  }

  private void fillCores(ThreadTrack track, List<Row> rows) {
    List<Stretch> stretches = track.stretches();
    for (int i = firstIn(track); i < stretches.size(); i++) {
      Stretch stretch = stretches.get(i);
      if (stretch.fromNanos() >= window.toNanos()) {
        return;
      }
      if (stretch.core() >= 0) {
        Row row = rows.get(Math.min(stretch.core(), rows.size() - 1));
        GilLayer layer = GilLayer.of(stretch.state());
        row.shares().add(layer, stretch.fromNanos(), stretch.toNanos(), track.name());
      }
    }
  }
}
