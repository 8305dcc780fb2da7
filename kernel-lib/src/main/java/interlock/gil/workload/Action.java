package interlock.gil.workload;

import java.util.List;

/** One thing that a simulated thread does. {@link Actions} makes them, and says what each means. */
public sealed interface Action {
  /** Interprets bytecode: holds the interpreter lock and passes check points. */
  record Compute(Span time) implements Action {}

  /** Computes between {@code Py_BEGIN_ALLOW_THREADS} and {@code Py_END_ALLOW_THREADS}. */
  record AllowThreads(Span time) implements Action {}

  /** Runs C code that keeps the interpreter lock, and comes to a check point when it returns. */
  record NativeCall(Span time) implements Action {}

  /** A system call that blocks for a time of the device's. */
  record Io(String device, Span time) implements Action {
    public Io {
      Names.check("device", device);
    }
  }

  /** A system call whose data is there: it gives the lock up and comes straight back. */
  record SystemCall(String name) implements Action {
    public SystemCall {
      Names.check("system call", name);
    }
  }

  /** Sleeps. */
  record Sleep(Span time) implements Action {}

  /** Acquires a lock of the program. */
  record Lock(String lock) implements Action {
    public Lock {
      Names.check("lock", lock);
    }
  }

  /** Releases a lock of the program. */
  record Unlock(String lock) implements Action {
    public Unlock {
      Names.check("lock", lock);
    }
  }

  /** Waits on a condition: gives its lock back meanwhile. */
  record Await(String condition, String lock) implements Action {
    public Await {
      Names.check("condition", condition);
      Names.check("lock", lock);
    }
  }

  /** Wakes one thread, or all, that wait on a condition. */
  record Signal(String condition, boolean all) implements Action {
    public Signal {
      Names.check("condition", condition);
    }
  }

  /** Puts an item into a queue of the program. */
  record Put(String queue) implements Action {
    public Put {
      Names.check("queue", queue);
    }
  }

  /** Takes an item out of a queue of the program, or waits for one. */
  record Get(String queue) implements Action {
    public Get {
      Names.check("queue", queue);
    }
  }

  /** Writes a message to a pipe or socket. */
  record Send(String channel) implements Action {
    public Send {
      Names.check("channel", channel);
    }
  }

  /** Reads a message from a pipe or socket, or waits for one. */
  record Receive(String channel) implements Action {
    public Receive {
      Names.check("channel", channel);
    }
  }

  /** Starts a thread, and waits until it runs, as {@code Thread.start} does. */
  record Spawn(ThreadPlan thread) implements Action {}

  /** Waits until a thread has ended. */
  record Join(String thread) implements Action {
    public Join {
      Names.check("thread", thread);
    }
  }

  /** Does the same again and again. */
  record Repeat(long times, List<Action> actions) implements Action {
    /** Without end. */
    public static final long FOREVER = Long.MAX_VALUE;

    public Repeat {
      actions = List.copyOf(actions);
      if (times < 0) {
        throw new IllegalArgumentException("Actions are repeated 0 times or more, not " + times);
      }
    }
  }

  /** A span begins whose length is of interest. */
  record Begin(String span) implements Action {
    public Begin {
      Names.check("span", span);
    }
  }

  /** The span ends. */
  record End(String span) implements Action {
    public End {
      Names.check("span", span);
    }
  }

  /**
   * Adds 1 to a variable that threads share: reads it, computes, writes it.
   *
   * @param variable its name
   * @param time from reading to writing
   * @param calls whether a function is called in between, as in {@code n = ident(n) + 1}
   */
  record Increment(String variable, Span time, boolean calls) implements Action {
    public Increment {
      Names.check("variable", variable);
    }
  }

  /** Changes a list or dict that threads share, in one call of C code. */
  record Append(String list, Span time) implements Action {
    public Append {
      Names.check("list", list);
    }
  }

  /** Takes and drops references to an object that threads share. */
  record Touch(String object, long times) implements Action {
    private static final long MOST = 1_000_000;

    public Touch {
      Names.check("object", object);
      if (times < 0 || times > MOST) {
        throw new IllegalArgumentException(
            "An object is touched 0 to %,d times at once, not %,d".formatted(MOST, times));
      }
    }
  }
}
