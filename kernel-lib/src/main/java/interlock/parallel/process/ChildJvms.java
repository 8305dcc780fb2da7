package interlock.parallel.process;

import interlock.measure.Machine;
import interlock.parallel.Engine;
import interlock.parallel.Family;
import interlock.parallel.Ledger;
import interlock.parallel.Run;
import interlock.parallel.Task;
import interlock.parallel.Turns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * Java virtual machines of their own, one a worker: what is shared among threads is sent here.
 *
 * <p>The children have the same Java, the same class path and a small heap. They stay after a run,
 * ready for the next, until {@link #close()}, a minute without work, or the end of this process. A
 * failed piece kills those that are at work, an interrupt all of them.
 */
public final class ChildJvms implements Engine {
  private static final long MEBIBYTE = 1 << 20;
  private static final long OVERHEAD_BYTES = 64 * MEBIBYTE;

  private final Turns turns = new Turns(this::killAll);
  private final List<ChildJvm> children = new ArrayList<>();
  private final ShippedClasses shipped = new ShippedClasses();

  @Override
  public String name() {
    return "child JVMs";
  }

  @Override
  public Family family() {
    return Family.JAVA;
  }

  /** Returns as many as fit in half of the machine's memory; 2 at least. */
  @Override
  public int maxWorkers() {
    long each = heapBytes() + OVERHEAD_BYTES;
    return Math.clamp(Machine.here().memoryBytes() / 2 / each, 2, 256);
  }

  private static long heapBytes() {
    return Math.clamp(Machine.here().memoryBytes() / 16, 96 * MEBIBYTE, 512 * MEBIBYTE);
  }

  @Override
  public Optional<String> unable(Task<?, ?> task) {
    try {
      Packer.pack(task.work());
      return Optional.empty();
    } catch (IllegalArgumentException unsendable) {
      return Optional.ofNullable(unsendable.getMessage());
    }
  }

  @Override
  public <P, R> Run<R> run(Task<P, R> task, int workers) throws InterruptedException {
    requireWorkers(workers);
    return turns.take(() -> inTurn(task, workers));
  }

  private <P, R> Run<R> inTurn(Task<P, R> task, int workers) throws InterruptedException {
    long called = System.nanoTime();
    Parcel parcel = Packer.pack(task.work());
    Ledger<P, R> ledger = new Ledger<>(task, name());
    CountDownLatch ready = new CountDownLatch(workers);
    List<ChildWorker<P>> team = new ArrayList<>();
    for (ChildJvm child : staff(workers)) {
      team.add(new ChildWorker<>(child, team.size(), ledger, shipped, ready));
    }
    try {
      int generation = shipped.generation(task.work().getClass().getClassLoader());
      team.forEach(worker -> worker.prepare(new Message.Prepare(generation, parcel)));
      ready.await();
      Duration startUp = Duration.ofNanos(System.nanoTime() - called);
      ledger.begin();
      team.forEach(ChildWorker::next);
      return ledger.await(workers, startUp);
    } finally {
      ledger.cancel();
      team.forEach(ChildWorker::stop);
    }
  }

  /** Returns that many living children and starts those that are missing. */
  private List<ChildJvm> staff(int workers) {
    children.removeIf(child -> !child.isAlive());
    try {
      while (children.size() < workers) {
        children.add(ChildJvm.start(heapBytes()));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(
          "No child JVM can be started: " + impossible.getMessage(), impossible);
    }
    return List.copyOf(children.subList(0, workers));
  }

  @Override
  public void close() {
    turns.end();
  }

  private void killAll() {
    children.forEach(ChildJvm::kill);
    children.clear();
  }
}
