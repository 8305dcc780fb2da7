package interlock.parallel.process;

import interlock.parallel.Ledger;
import interlock.parallel.Piece;
import interlock.parallel.PieceSpan;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** One child at work in one run: gives it piece after piece and books what it answers. */
final class ChildWorker<P> implements ChildJvm.Listener {
  private final ChildJvm child;
  private final int worker;
  private final Ledger<P, ?> ledger;
  private final ShippedClasses shipped;
  private final @Nullable ClassLoader loader;
  private final CountDownLatch ready;
  private volatile boolean busy;
  private Duration begin = Duration.ZERO;

  ChildWorker(
      ChildJvm child,
      int worker,
      Ledger<P, ?> ledger,
      ShippedClasses shipped,
      CountDownLatch ready) {
    this.child = child;
    this.worker = worker;
    this.ledger = ledger;
    this.shipped = shipped;
    this.loader = ledger.task().work().getClass().getClassLoader();
    this.ready = ready;
  }

  void prepare(Message.Prepare order) {
    child.listen(this);
    order(order);
  }

  /** Gives the child its next piece, if there is one. */
  void next() {
    Optional<Piece> piece = ledger.next();
    if (piece.isPresent()) {
      begin = ledger.now();
      order(new Message.Compute(piece.get()));
    }
  }

  private void order(Message.FromParent order) {
    busy = true;
    send(order);
  }

  private void send(Message.FromParent message) {
    try {
      child.send(message);
    } catch (IOException gone) {
      // The child's end is reported by the thread that reads from it, with the reason.
    }
  }

  @Override
  public void said(Message.FromChild message) {
    switch (message) {
      case Message.Ready() -> prepared();
      case Message.NotReady(Failure failure) -> {
        ledger.failed(failure.toThrowable(loader));
        prepared();
      }
      case Message.Finished(Piece piece, Bytes partial) -> finished(piece, partial);
      case Message.Failed(Piece piece, Failure failure) -> {
        busy = false;
        ledger.failed(piece, failure.toThrowable(loader));
      }
      case Message.Wanted(String name) ->
          send(new Message.ClassBytes(name, shipped.fetch(name, loader)));
      case Message.Printed(String text) -> System.out.print(text);
    }
  }

  private void prepared() {
    busy = false;
    ready.countDown();
  }

  private void finished(Piece piece, Bytes serialized) {
    PieceSpan span = new PieceSpan(piece.index(), worker, begin, ledger.now());
    busy = false;
    try {
      ledger.finished(piece, partial(serialized), span);
    } catch (IOException | ClassNotFoundException | RuntimeException | LinkageError unreadable) {
      ledger.failed(piece, unreadable);
    }
    next();
  }

  @SuppressWarnings("unchecked") // the child serialized what the task's function returned
  private P partial(Bytes serialized) throws IOException, ClassNotFoundException {
    return (P) Objects.requireNonNull(Serial.read(serialized, loader));
  }

  @Override
  public void ended(String epitaph) {
    ledger.failed(new IllegalStateException(epitaph));
    ready.countDown();
  }

  /** Kills the child if it is still at work. */
  void stop() {
    if (busy) {
      child.kill();
    }
  }
}
