package interlock.gil;

import interlock.gil.Script.Op;
import interlock.gil.machine.InterpreterLock.Place;
import interlock.gil.machine.SharedObject;
import interlock.gil.machine.SimThread;
import interlock.gil.machine.SimulatedMachine;
import interlock.gil.machine.SimulatedMachine.Birth;
import interlock.gil.machine.Spans;
import interlock.gil.machine.Waitable;
import interlock.gil.workload.Action;
import interlock.gil.workload.Span;
import interlock.gil.workload.ThreadPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;

/** Makes the steps of a thread plan for one machine: names become the things that they name. */
final class Compiler {
  private static final int MOST_STEPS = 1_000_000;
  private static final int DEEPEST = 100;

  private final SimulatedMachine machine;
  private final long seed;
  private final ThreadPlan plan;
  private final List<Op> ops = new ArrayList<>();
  private final Map<String, Integer> spans = new HashMap<>();
  private int loops;
  private int depth;

  private Compiler(SimulatedMachine machine, long seed, ThreadPlan plan) {
    this.machine = machine;
    this.seed = seed;
    this.plan = plan;
  }

  /**
   * Returns a thread to come; its own chance depends on the seed and its name alone.
   *
   * @throws IllegalArgumentException if it has too many steps, or loops too deep in one another
   */
  static Birth birth(SimulatedMachine machine, long seed, ThreadPlan plan) {
    Compiler compiler = new Compiler(machine, seed, plan);
    plan.actions().forEach(compiler::compile);
    compiler.add((script, thread) -> {
      thread.end();
      return true;
    });
    SplittableRandom random = new SplittableRandom(31 * seed + plan.name().hashCode());
    Script script =
        new Script(compiler.ops.toArray(Op[]::new), compiler.loops, compiler.spans.size(), random);
    return new Birth(plan.name(), plan.process(), plan.interpreter(), plan.daemon(), script);
  }

  private void add(Op op) {
    if (ops.size() == MOST_STEPS) {
      throw new IllegalArgumentException(
          "Thread '%s' has more than %,d steps: repeat them instead of writing them all down"
              .formatted(plan.name(), MOST_STEPS));
    }
    ops.add(op);
  }

  private void compile(Action action) {
    switch (action) {
      case Action.Compute(Span time) -> timed((s, t) -> t.compute(s.draw(time)));
      case Action.AllowThreads(Span time) -> timed((s, t) -> t.allowThreads(s.draw(time)));
      case Action.NativeCall(Span time) -> timed((s, t) -> t.nativeCall(s.draw(time)));
      case Action.Io(String device, Span time) -> {
        Waitable on = machine.waitable(device);
        timed((s, t) -> t.io(s.draw(time), on));
      }
      case Action.SystemCall _ -> timed((_, t) -> t.systemCall());
      case Action.Sleep(Span time) -> timed((s, t) -> t.sleep(s.draw(time)));
      case Action.Lock(String lock) -> on("lock", lock, (t, it) -> t.acquire(it));
      case Action.Unlock(String lock) -> on("lock", lock, (t, it) -> t.release(it));
      case Action.Await(String condition, String lock) -> {
        Waitable mutex = waitable("lock", lock);
        on("condition", condition, (t, it) -> t.await(it, mutex));
      }
      case Action.Signal(String condition, boolean all) ->
          on("condition", condition, (t, it) -> t.signal(it, all));
      case Action.Put(String queue) -> on("queue", queue, (t, it) -> t.put(it));
      case Action.Get(String queue) -> on("queue", queue, (t, it) -> t.get(it));
      case Action.Send(String channel) -> on("channel", channel, (t, it) -> t.send(it));
      case Action.Receive(String channel) -> on("channel", channel, (t, it) -> t.receive(it));
      case Action.Spawn(ThreadPlan thread) -> spawn(thread);
      case Action.Join(String thread) ->
          timed((script, t) -> {
            String own = script.started(thread);
            t.join(own == null ? machine.latest(thread) : own);
          });
      case Action.Repeat repeat -> repeat(repeat);
      case Action.Begin(String span) -> begin(span);
      case Action.End(String span) -> end(span);
      case Action.Increment increment -> increment(increment);
      case Action.Append(String list, Span time) -> append(list, time);
      case Action.Touch(String object, long times) -> {
        SharedObject it = machine.object(object);
        timed((_, t) -> t.touch(it, times));
      }
    }
  }

  private void timed(BiConsumer<Script, SimThread> step) {
    add((script, thread) -> {
      step.accept(script, thread);
      return true;
    });
  }

  private void on(String kind, String name, BiConsumer<SimThread, Waitable> step) {
    Waitable it = waitable(kind, name);
    timed((_, thread) -> step.accept(thread, it));
  }

  private Waitable waitable(String kind, String name) {
    return machine.waitable(kind + " '" + name + "'");
  }

  private void spawn(ThreadPlan child) {
    ThreadPlan here = child.in(plan.process()).inInterpreter(plan.interpreter());
    timed((script, thread) -> {
      ThreadPlan one = here.named(machine.freeName(here.name()));
      script.starts(here.name(), one.name());
      thread.spawn(birth(machine, seed, one));
    });
  }

  private void repeat(Action.Repeat repeat) {
    int loop = loops++;
    add((script, _) -> {
      script.loops[loop] = repeat.times();
      return false;
    });
    int test = ops.size();
    int[] end = new int[1];
    add((script, _) -> {
      if (script.loops[loop] == 0) {
        script.place = end[0];
      } else if (script.loops[loop] != Action.Repeat.FOREVER) {
        script.loops[loop]--;
      }
      return false;
    });
    if (++depth > DEEPEST) {
      throw new IllegalArgumentException(
          "Thread '%s' has loops more than %d deep in one another".formatted(plan.name(), DEEPEST));
    }
    repeat.actions().forEach(this::compile);
    depth--;
    add((script, _) -> {
      script.place = test;
      return false;
    });
    end[0] = ops.size();
  }

  private int number(String span) {
    return spans.computeIfAbsent(span, _ -> spans.size());
  }

  private void begin(String span) {
    int number = number(span);
    machine.spans(span);
    add((script, _) -> {
      script.began[number] = machine.now();
      return false;
    });
  }

  private void end(String span) {
    int number = number(span);
    Spans lengths = machine.spans(span);
    add((script, thread) -> {
      if (script.began[number] < 0) {
        throw new IllegalStateException(
            "%s ends span '%s', which it has not begun".formatted(thread, span));
      }
      lengths.add(machine.now() - script.began[number]);
      return false;
    });
  }

  /** What C code reads and writes in one call, under the object's own lock if that is the way. */
  private void append(String name, Span time) {
    Waitable lock = waitable("object", name);
    SharedObject list = machine.object(name);
    add((_, thread) -> {
      if (thread.locksObjects()) {
        thread.acquire(lock);
      }
      return thread.locksObjects();
    });
    timed((s, t) -> {
      s.read = list.value();
      t.callC(s.draw(time));
    });
    add((script, thread) -> {
      list.write(script.read);
      if (thread.locksObjects()) {
        thread.release(lock);
      }
      return thread.locksObjects();
    });
    timed((_, t) -> t.computeTo(0, Place.CALL));
  }

  /** Read, compute, write: a check point in between may let another thread read the same value. */
  private void increment(Action.Increment increment) {
    SharedObject variable = machine.object(increment.variable());
    Place middle = increment.calls() ? Place.CALL : Place.INSTRUCTION;
    timed((s, t) -> {
      s.read = variable.value();
      t.computeTo(s.draw(increment.time()), middle);
    });
    timed((s, t) -> {
      variable.write(s.read);
      t.computeTo(0, Place.LOOP);
    });
  }
}
