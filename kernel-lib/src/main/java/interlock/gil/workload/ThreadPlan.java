package interlock.gil.workload;

import java.util.List;

/**
 * A thread and what it does.
 *
 * @param name its name
 * @param process the process that it belongs to
 * @param interpreter the interpreter in that process
 * @param daemon whether the run may end while it still goes on
 * @param actions what it does, in this order
 */
public record ThreadPlan(
    String name, String process, String interpreter, boolean daemon, List<Action> actions) {
  /** The process and the interpreter of a thread that names none. */
  public static final String MAIN = "main";

  /**
   * Checks the names.
   *
   * @throws IllegalArgumentException if one is blank, longer than 200 characters, or no single line
   */
  public ThreadPlan {
    actions = List.copyOf(actions);
    Names.check("thread", name);
    Names.check("process", process);
    Names.check("interpreter", interpreter);
  }

  /** Returns the same thread in another process. */
  public ThreadPlan in(String otherProcess) {
    return new ThreadPlan(name, otherProcess, interpreter, daemon, actions);
  }

  /** Returns the same thread in another interpreter of its process. */
  public ThreadPlan inInterpreter(String otherInterpreter) {
    return new ThreadPlan(name, process, otherInterpreter, daemon, actions);
  }

  /** Returns the same thread under another name. */
  public ThreadPlan named(String otherName) {
    return new ThreadPlan(otherName, process, interpreter, daemon, actions);
  }

  /** Returns the same thread as a daemon: the run ends when all others have ended. */
  public ThreadPlan asDaemon() {
    return new ThreadPlan(name, process, interpreter, true, actions);
  }
}
