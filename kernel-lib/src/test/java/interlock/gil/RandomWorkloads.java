package interlock.gil;

import static interlock.gil.workload.Actions.*;

import interlock.gil.workload.Action;
import interlock.gil.workload.ThreadPlan;
import interlock.gil.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Workloads by chance that come to their end under any lock: locks are taken in the order of their
 * numbers, what is taken out of a queue or channel has been put in by another thread that waits for
 * nobody, and who waits on a condition is woken until it has gone on.
 */
final class RandomWorkloads {
  private static final int LOCKS = 4;
  private static final int DEEPEST = 3;

  private final SplittableRandom random;
  private int children;

  private RandomWorkloads(long seed) {
    this.random = new SplittableRandom(seed);
  }

  static Workload of(long seed) {
    return new RandomWorkloads(seed).workload("seed " + seed);
  }

  private Workload workload(String name) {
    List<ThreadPlan> threads = new ArrayList<>();
    int workers = 1 + random.nextInt(5);
    for (int i = 0; i < workers; i++) {
      threads.add(thread("worker " + i, actions(0, 0)));
    }
    if (random.nextBoolean()) {
      queue(threads);
    }
    if (random.nextBoolean()) {
      channel(threads);
    }
    if (random.nextBoolean()) {
      condition(threads);
    }
    if (random.nextInt(4) == 0) {
      threads.add(thread("daemon", forever(compute(micros(300)), io(micros(70)))).asDaemon());
    }
    Workload all = new Workload(name, threads);
    return random.nextInt(6) == 0 ? all.asInterpreters() : all;
  }

  /** Actions for a thread that may take locks from number {@code lock} on. */
  private Action[] actions(int depth, int lock) {
    int number = 1 + random.nextInt(4);
    Action[] all = new Action[number];
    for (int i = 0; i < number; i++) {
      all[i] = action(depth, lock);
    }
    return all;
  }

  private Action action(int depth, int lock) {
    return switch (random.nextInt(depth < DEEPEST ? 12 : 9)) {
      case 0, 1 -> compute(exponential(micros(random.nextInt(1, 2000))));
      case 2 -> allowThreads(micros(random.nextInt(0, 300)));
      case 3 -> io(between(micros(0), micros(random.nextInt(1, 500))));
      case 4 -> sleep(micros(random.nextInt(0, 200)));
      case 5 -> systemCall();
      case 6 -> increment("n", nanos(random.nextInt(0, 90)));
      case 7 -> incrementByCall("n", nanos(random.nextInt(0, 90)));
      case 8 -> touch("o", random.nextInt(0, 50));
      case 9 -> repeat(random.nextInt(0, 6), actions(depth + 1, lock));
      case 10 -> lock < LOCKS ? locked(depth, lock) : systemCall();
      default -> lock == 0 ? child(depth) : systemCall();
    };
  }

  private Action locked(int depth, int from) {
    int taken = random.nextInt(from, LOCKS);
    Action[] inside = actions(depth + 1, taken + 1);
    Action[] all = new Action[inside.length + 2];
    all[0] = lock("L" + taken);
    System.arraycopy(inside, 0, all, 1, inside.length);
    all[all.length - 1] = unlock("L" + taken);
    return repeat(random.nextInt(1, 9), all);
  }

  /** A child is joined at once, or never; it runs beside its parent. */
  private Action child(int depth) {
    String name = "child " + children++;
    ThreadPlan plan = thread(name, actions(depth + 1, 0));
    return random.nextBoolean()
        ? repeat(1, spawn(plan), compute(micros(50)), join(name))
        : repeat(1 + random.nextInt(2), spawn(plan));
  }

  private void queue(List<ThreadPlan> threads) {
    int items = random.nextInt(1, 60);
    int consumers = random.nextInt(1, 4);
    Action make = compute(exponential(micros(30)));
    threads.add(thread("producer", repeat((long) items * consumers, make, put("q"))));
    for (int i = 0; i < consumers; i++) {
      threads.add(
          thread("consumer " + i, repeat(items, get("q"), compute(exponential(micros(20))))));
    }
  }

  private void channel(List<ThreadPlan> threads) {
    int rounds = random.nextInt(1, 40);
    threads.add(thread("client", repeat(rounds, send("there"), receive("back"))));
    threads.add(
        thread("server", repeat(rounds, receive("there"), compute(micros(9)), send("back")))
            .in("the other process"));
  }

  private void condition(List<ThreadPlan> threads) {
    int waits = random.nextInt(1, 9);
    threads.add(
        thread("waiter", repeat(waits, lock("C lock"), await("C", "C lock"), unlock("C lock"))));
    Action[] wake = {lock("C lock"), signalAll("C"), unlock("C lock"), io(micros(40))};
    threads.add(thread("waker", forever(wake)).asDaemon());
  }
}
