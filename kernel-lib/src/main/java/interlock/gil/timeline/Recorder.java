package interlock.gil.timeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps what a run does, up to a limit of stretches and steps, and makes a {@link Timeline} of it.
 * For one thread.
 */
public final class Recorder {
  /** What a thread is known by from its start. */
  private record Known(String name, String process, int lock) {}

  private final int most;
  private final List<Track> tracks = new ArrayList<>();
  private final List<Known> known = new ArrayList<>();
  private final List<String> locks = new ArrayList<>();
  private final List<StepLog> steps = new ArrayList<>();
  private final List<HandOver> handOvers = new ArrayList<>();
  private final Map<String, Integer> reasons = new LinkedHashMap<>(Map.of("", 0));
  private int kept;
  private long fullAt = Long.MAX_VALUE;

  /**
   * A recorder that keeps at most so many stretches and steps.
   *
   * @throws IllegalArgumentException if {@code most} is negative
   */
  public Recorder(int most) {
    if (most < 0) {
      throw new IllegalArgumentException("A recorder keeps 0 stretches or more, not " + most);
    }
    this.most = most;
  }

  /** Adds an interpreter lock; the number of the first is 0. */
  public void lock(String name) {
    locks.add(name);
    steps.add(new StepLog());
  }

  /** Adds a thread; the number of the first is 0. A lock of −1 is none. */
  public void thread(String name, String process, int lock) {
    tracks.add(new Track());
    known.add(new Known(name, process, lock));
  }

  /** Returns the number of what a thread may wait for. */
  public int reason(String what) {
    return reasons.computeIfAbsent(what, name -> reasons.size());
  }

  /** A thread enters a state: a {@link State#code}. */
  public void state(int thread, int state, int core, int reason, long now) {
    if (room(now)) {
      tracks.get(thread).begin(now, state, core, reason);
    }
  }

  /** A step of a lock's protocol is taken. */
  public void step(int lock, int thread, Step.Kind kind, int other, long now) {
    if (room(now)) {
      steps.get(lock).add(now, thread, kind, other);
    }
  }

  /** A lock has gone to another thread. */
  public void handOver(HandOver handOver) {
    if (room(handOver.takenNanos())) {
      handOvers.add(handOver);
    }
  }

  private boolean room(long now) {
    if (kept < most) {
      kept++;
      return true;
    }
    fullAt = Math.min(fullAt, now);
    return false;
  }

  /** Returns the timeline of a run that has ended with these figures. */
  public Timeline timeline(String title, Figures figures) {
    long end = Math.min(figures.makespanNanos(), fullAt);
    List<String> what = List.copyOf(reasons.keySet());
    List<ThreadTrack> threads = new ArrayList<>();
    for (int i = 0; i < tracks.size(); i++) {
      long ended = Math.min(end, figures.threads().get(i).endNanos());
      Known it = known.get(i);
      threads.add(
          new ThreadTrack(it.name(), it.process(), it.lock(), tracks.get(i).upTo(ended, what)));
    }
    List<LockTrack> lockTracks = new ArrayList<>();
    for (int i = 0; i < locks.size(); i++) {
      lockTracks.add(new LockTrack(locks.get(i), steps.get(i).asList()));
    }
    return new Timeline(title, threads, lockTracks, List.copyOf(handOvers), figures, end);
  }
}
