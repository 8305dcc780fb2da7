package interlock.gil.workload;

import static interlock.gil.workload.Actions.allowThreads;
import static interlock.gil.workload.Actions.begin;
import static interlock.gil.workload.Actions.compute;
import static interlock.gil.workload.Actions.end;
import static interlock.gil.workload.Actions.exponential;
import static interlock.gil.workload.Actions.forever;
import static interlock.gil.workload.Actions.get;
import static interlock.gil.workload.Actions.io;
import static interlock.gil.workload.Actions.lock;
import static interlock.gil.workload.Actions.micros;
import static interlock.gil.workload.Actions.millis;
import static interlock.gil.workload.Actions.put;
import static interlock.gil.workload.Actions.receive;
import static interlock.gil.workload.Actions.repeat;
import static interlock.gil.workload.Actions.send;
import static interlock.gil.workload.Actions.sleep;
import static interlock.gil.workload.Actions.thread;
import static interlock.gil.workload.Actions.unlock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The talks' own cases, ready to run. */
public final class Workloads {
  private static final Duration PIECE = millis(100);

  private Workloads() {}

  /** Each thread computes for a time: {@code "counter 1"}, {@code "counter 2"} … */
  public static Workload cpuBound(int threads, Duration each) {
    return new Workload(
        "%d threads count".formatted(threads),
        numbered(threads, i -> thread("counter " + i, compute(each))));
  }

  /** The same work in all, divided among the threads. */
  public static Workload shared(int threads, Duration inAll) {
    return cpuBound(threads, inAll.dividedBy(Math.max(1, threads)));
  }

  /** Each thread waits for a device a number of times, with a little work in between. */
  public static Workload ioBound(int threads, int rounds, Duration wait, Duration work) {
    return new Workload(
        "%d threads read".formatted(threads),
        numbered(threads, i -> thread("reader " + i, repeat(rounds, io(wait), compute(work)))));
  }

  /** Some threads compute for a time; one reads, and marks each {@code "read"}. */
  public static Workload mixed(int counters, Duration each, int rounds, Duration wait) {
    ThreadPlan reader =
        thread("reader", repeat(rounds, begin("read"), io(wait), compute(micros(20)), end("read")));
    return new Workload(
        "one reads beside %d that count".formatted(counters),
        Stream.concat(
                Stream.of(reader),
                numbered(counters, i -> thread("counter " + i, compute(each))).stream())
            .toList());
  }

  /**
   * A thread sends a byte to another process and waits for it to come back, each time marked {@code
   * "round trip"}; daemons compute beside it. Between two round trips it sleeps for a while.
   */
  public static Workload echo(int counters, int rounds) {
    ThreadPlan client =
        thread(
            "client",
            repeat(
                rounds,
                sleep(Actions.between(millis(0), millis(10))),
                begin("round trip"),
                send("there"),
                receive("back"),
                end("round trip")));
    ThreadPlan peer =
        thread("peer", forever(receive("there"), compute(micros(2)), send("back")))
            .in("the other process")
            .asDaemon();
    return beside("echo", List.of(client, peer), counters);
  }

  /** One thread puts items into a queue, one takes them out; each works on every item. */
  public static Workload producerConsumer(int items, Duration make, Duration use) {
    return Workload.of(
        "producer and consumer",
        thread("producer", repeat(items, compute(make), put("items"))),
        thread("consumer", repeat(items, get("items"), compute(use))));
  }

  /** A thread wants to beat at an interval, each {@code "beat"} marked; daemons compute. */
  public static Workload heartbeat(int counters, int beats, Duration interval) {
    ThreadPlan heart =
        thread(
            "heart",
            repeat(beats, begin("beat"), sleep(interval), end("beat"), compute(micros(10))));
    return beside("heartbeat", List.of(heart), counters);
  }

  /**
   * Servers take requests from a queue, compute and ask a database, each {@code "request"} marked
   * from its arrival at a server to its answer. Requests come by chance.
   */
  public static Workload webRequests(
      int servers, int requests, Duration between, Duration work, Duration database) {
    ThreadPlan door =
        thread("arrivals", repeat(requests, io(exponential(between)), put("requests")));
    IntFunction<ThreadPlan> server =
        i ->
            thread(
                "server " + i,
                repeat(
                    share(requests, servers, i),
                    get("requests"),
                    begin("request"),
                    compute(work.dividedBy(2)),
                    io(exponential(database)),
                    compute(work.dividedBy(2)),
                    end("request")));
    List<ThreadPlan> all = new ArrayList<>(List.of(door));
    all.addAll(numbered(servers, server));
    return new Workload("%d servers, %d requests".formatted(servers, requests), all);
  }

  /** Threads share out samples of π; every hit is counted under one lock. */
  public static Workload piWithLock(int threads, int samples, Duration perSample) {
    return new Workload(
        "π with a lock on %d threads".formatted(threads),
        numbered(
            threads,
            i ->
                thread(
                    "worker " + i,
                    repeat(
                        share(samples, threads, i),
                        compute(perSample),
                        lock("inside"),
                        compute(micros(0.1)),
                        unlock("inside")))));
  }

  /** Each thread calls array code that releases the lock, with a little Python in between. */
  public static Workload arrayLoops(int threads, int calls, Duration array, Duration python) {
    return new Workload(
        "%d threads call array code".formatted(threads),
        numbered(
            threads,
            i -> thread("array " + i, repeat(calls, compute(python), allowThreads(array)))));
  }

  private static Workload beside(String name, List<ThreadPlan> first, int counters) {
    List<ThreadPlan> all = new ArrayList<>(first);
    all.addAll(numbered(counters, i -> thread("counter " + i, forever(compute(PIECE))).asDaemon()));
    return new Workload("%s beside %d that count".formatted(name, counters), all);
  }

  private static List<ThreadPlan> numbered(int count, IntFunction<ThreadPlan> plan) {
    return IntStream.rangeClosed(1, count).mapToObj(plan).toList();
  }

  /** Returns the share of the {@code i}-th of {@code n}, so that all together do everything. */
  private static long share(int all, int n, int i) {
    return (long) all / n + (i <= all % n ? 1 : 0);
  }
}
