package interlock.gil.workload;

import static interlock.gil.workload.Action.Repeat.FOREVER;

import java.time.Duration;
import java.util.List;

/**
 * The words of the workload language; import them all.
 *
 * <pre>{@code
 * import static interlock.gil.workload.Actions.*;
 *
 * thread("echo", repeat(100, begin("round trip"), send("out"), receive("back"), end("round trip")))
 * }</pre>
 */
public final class Actions {
  private Actions() {}

  /** Returns a thread of the main process. */
  public static ThreadPlan thread(String name, Action... actions) {
    return new ThreadPlan(name, ThreadPlan.MAIN, ThreadPlan.MAIN, false, List.of(actions));
  }

  /** Interprets bytecode for a time, which is that of CPython 3.11 alone on an idle core. */
  public static Action compute(Duration time) {
    return compute(Span.of(time));
  }

  /** Interprets bytecode for a time by chance. */
  public static Action compute(Span time) {
    return new Action.Compute(time);
  }

  /**
   * Computes without the interpreter lock, as a loop of NumPy does between {@code
   * Py_BEGIN_ALLOW_THREADS} and {@code Py_END_ALLOW_THREADS}.
   */
  public static Action allowThreads(Duration time) {
    return new Action.AllowThreads(Span.of(time));
  }

  /**
   * Calls C code that keeps the interpreter lock: no check point comes before it returns. {@code
   * sum(range(n))} and a regular expression are such calls.
   */
  public static Action nativeCall(Duration time) {
    return new Action.NativeCall(Span.of(time));
  }

  /** Waits for a device, without the interpreter lock. */
  public static Action io(Duration time) {
    return io(Span.of(time));
  }

  /** Waits for a device for a time by chance, without the interpreter lock. */
  public static Action io(Span time) {
    return new Action.Io("I/O", time);
  }

  /** Makes a system call that need not wait: gives the interpreter lock up and takes it again. */
  public static Action systemCall() {
    return new Action.SystemCall("system call");
  }

  /** Sleeps, without the interpreter lock. */
  public static Action sleep(Duration time) {
    return sleep(Span.of(time));
  }

  /** Sleeps for a time by chance, without the interpreter lock. */
  public static Action sleep(Span time) {
    return new Action.Sleep(time);
  }

  /** Acquires a {@code threading.Lock}; waits without the interpreter lock if it is taken. */
  public static Action lock(String lock) {
    return new Action.Lock(lock);
  }

  /** Releases a {@code threading.Lock}. */
  public static Action unlock(String lock) {
    return new Action.Unlock(lock);
  }

  /** Waits on a {@code threading.Condition} whose lock the thread has. */
  public static Action await(String condition, String lock) {
    return new Action.Await(condition, lock);
  }

  /** Wakes one thread that waits on a condition. */
  public static Action signal(String condition) {
    return new Action.Signal(condition, false);
  }

  /** Wakes all threads that wait on a condition. */
  public static Action signalAll(String condition) {
    return new Action.Signal(condition, true);
  }

  /** Puts an item into a {@code queue.Queue}. */
  public static Action put(String queue) {
    return new Action.Put(queue);
  }

  /** Takes an item out of a {@code queue.Queue}; waits without the interpreter lock for one. */
  public static Action get(String queue) {
    return new Action.Get(queue);
  }

  /** Writes a message to a pipe or socket, which any process may read. */
  public static Action send(String channel) {
    return new Action.Send(channel);
  }

  /** Reads a message from a pipe or socket; waits without the interpreter lock for one. */
  public static Action receive(String channel) {
    return new Action.Receive(channel);
  }

  /**
   * Starts a thread in the same process. If one of that name was there before, the new one has a
   * number after its name; {@code join} with the bare name waits for the latest that the same
   * thread has started, else for the latest of all.
   */
  public static Action spawn(ThreadPlan thread) {
    return new Action.Spawn(thread);
  }

  /** Waits until a thread has ended. */
  public static Action join(String thread) {
    return new Action.Join(thread);
  }

  /** Does the actions a number of times. */
  public static Action repeat(long times, Action... actions) {
    return new Action.Repeat(times, List.of(actions));
  }

  /** Does the actions until the run is over. */
  public static Action forever(Action... actions) {
    return new Action.Repeat(FOREVER, List.of(actions));
  }

  /** Begins a span whose lengths {@code Figures.latency} tells. */
  public static Action begin(String span) {
    return new Action.Begin(span);
  }

  /** Ends a span. */
  public static Action end(String span) {
    return new Action.End(span);
  }

  /** Adds 1 to a shared variable with no call in between: {@code n += 1}. */
  public static Action increment(String variable, Duration time) {
    return new Action.Increment(variable, Span.of(time), false);
  }

  /** Adds 1 to a shared variable with a call in between: {@code n = ident(n) + 1}. */
  public static Action incrementByCall(String variable, Duration time) {
    return new Action.Increment(variable, Span.of(time), true);
  }

  /**
   * Changes a shared list or dict, as {@code list.append} does: one call of C code, which takes the
   * object's own lock where there is no interpreter lock.
   */
  public static Action append(String list, Duration time) {
    return new Action.Append(list, Span.of(time));
  }

  /** Takes and drops a reference to a shared object a number of times. */
  public static Action touch(String object, long times) {
    return new Action.Touch(object, times);
  }

  /** Returns a time of so many seconds. */
  public static Duration seconds(double number) {
    return nanos(number * 1e9);
  }

  /** Returns a time of so many milliseconds. */
  public static Duration millis(double number) {
    return nanos(number * 1e6);
  }

  /** Returns a time of so many microseconds. */
  public static Duration micros(double number) {
    return nanos(number * 1e3);
  }

  /** Returns a time of so many nanoseconds. */
  public static Duration nanos(double number) {
    if (!(Math.abs(number) <= Span.MOST_NANOS)) {
      throw new IllegalArgumentException(
          "A time lies within 11 days, not at %s ns".formatted(number));
    }
    return Duration.ofNanos(Math.round(number));
  }

  /** Returns a span by chance: any time between the two. */
  public static Span between(Duration from, Duration to) {
    return new Span.Uniform(Span.nanos(from), Span.nanos(to));
  }

  /** Returns a span by chance: exponential, with this mean. */
  public static Span exponential(Duration mean) {
    return new Span.Exponential(Span.nanos(mean));
  }
}
