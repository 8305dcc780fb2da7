package interlock.gil.advice;

import static interlock.gil.workload.Actions.allowThreads;
import static interlock.gil.workload.Actions.compute;
import static interlock.gil.workload.Actions.io;
import static interlock.gil.workload.Actions.receive;
import static interlock.gil.workload.Actions.repeat;
import static interlock.gil.workload.Actions.send;
import static interlock.gil.workload.Actions.thread;

import interlock.gil.policy.FreeThreaded;
import interlock.gil.policy.GilPolicy;
import interlock.gil.policy.PerInterpreter;
import interlock.gil.policy.TimedDrop;
import interlock.gil.workload.Action;
import interlock.gil.workload.ThreadPlan;
import interlock.gil.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A way to run a {@link Job}, the least trouble first.
 *
 * <p>Differs from CPython: a thread of the parent serves each worker, where a pool has a queue; the
 * workers are there already; interpreters get what processes get, pickled, but not through a pipe
 * (PEP 734).
 */
public enum Way {
  /** One piece after the other. */
  ONE_THREAD("one thread", false),
  /** Threads of one interpreter, with its lock. */
  THREADS("threads", false),
  /** Processes: a lock each, and everything is sent. */
  PROCESSES("processes", true),
  /** Interpreters of one process: a lock each, and everything is sent. */
  INTERPRETERS("interpreters", true),
  /** Threads of the free-threaded build, which has no lock. */
  FREE_THREADED("free-threaded", false);

  /** What either end computes on a message besides pickling: calls, a queue, a flush. */
  static final long MESSAGE_NANOS = 5_000;

  private final String words;
  private final boolean copies;

  Way(String words, boolean copies) {
    this.words = words;
    this.copies = copies;
  }

  /** Returns its name in a sentence. */
  public String words() {
    return words;
  }

  /** Returns the lock that it runs on. */
  public GilPolicy policy() {
    return switch (this) {
      case ONE_THREAD, THREADS, PROCESSES -> TimedDrop.v311();
      case INTERPRETERS -> PerInterpreter.v312();
      case FREE_THREADED -> FreeThreaded.v314();
    };
  }

  /** Returns whether its workers share no memory, so that a piece has to be sent to them. */
  public boolean copies() {
    return copies;
  }

  /** Returns how many of so many workers it uses. */
  int workers(int workers) {
    return this == ONE_THREAD ? 1 : workers;
  }

  /** Returns how much longer Python takes than on the usual build, 1 for as long. */
  double cost() {
    return policy() instanceof FreeThreaded free ? free.costPermille() / 1000.0 : 1;
  }

  /** Returns how long one piece's copying takes, in nanoseconds, at both ends together. */
  public long copyingNanos(Job job) {
    Copying copied = job.copied();
    long pickled = copied.senderNanos() + copied.receiverNanos() + 2 * MESSAGE_NANOS;
    return copies ? pickled + (this == PROCESSES ? 2 * copied.pipeNanos() : 0) : 0;
  }

  /**
   * Returns the job in outline, done in this way.
   *
   * @throws IllegalArgumentException if there is no worker, or more than 1,000
   */
  public Workload workload(Job job, int workers) {
    if (workers < 1 || workers > 1000) {
      throw new IllegalArgumentException("A job has 1 to 1,000 workers, not " + workers);
    }
    // The parent's threads stand together: they take turns at one lock.
    List<ThreadPlan> plans = new ArrayList<>();
    for (int i = 0; copies && i < workers(workers); i++) {
      plans.add(server(job, job.share(workers(workers), i), i));
    }
    for (int i = 0; i < workers(workers); i++) {
      plans.add(worker(job, job.share(workers(workers), i), i));
    }
    return new Workload("%d pieces, %s".formatted(job.pieces(), words), plans);
  }

  private ThreadPlan worker(Job job, int share, int i) {
    List<Action> actions = new ArrayList<>();
    if (copies) {
      actions.add(receive("piece for " + i));
      through(job, actions);
      actions.add(compute(Duration.ofNanos(job.copied().receiverNanos() + MESSAGE_NANOS)));
    }
    actions.add(compute(job.python()));
    if (!job.released().isZero()) {
      actions.add(allowThreads(job.released()));
    }
    if (!job.waiting().isZero()) {
      actions.add(io(job.waiting()));
    }
    if (copies) {
      actions.add(send("answer of " + i));
    }
    ThreadPlan plan = thread("worker " + i, repeat(share, actions.toArray(Action[]::new)));
    return switch (this) {
      case PROCESSES -> plan.in("process " + i);
      case INTERPRETERS -> plan.inInterpreter("interpreter " + i);
      case ONE_THREAD, THREADS, FREE_THREADED -> plan;
    };
  }

  /** The parent's thread that sends pieces to a worker and takes its answers. */
  private ThreadPlan server(Job job, int share, int i) {
    List<Action> actions = new ArrayList<>();
    actions.add(compute(Duration.ofNanos(job.copied().senderNanos() + MESSAGE_NANOS)));
    through(job, actions);
    actions.add(send("piece for " + i));
    actions.add(receive("answer of " + i));
    return thread("parent " + i, repeat(share, actions.toArray(Action[]::new)));
  }

  private void through(Job job, List<Action> actions) {
    if (this == PROCESSES && job.copied().pipeNanos() > 0) {
      actions.add(allowThreads(Duration.ofNanos(job.copied().pipeNanos())));
    }
  }
}
