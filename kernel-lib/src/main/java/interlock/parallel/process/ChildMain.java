package interlock.parallel.process;

import interlock.parallel.Ledger;
import interlock.parallel.Piece;
import interlock.parallel.PieceWork;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.NotSerializableException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import org.jspecify.annotations.Nullable;

/**
 * The program of a child: unpacks a task, computes piece after piece, ends with its input.
 *
 * <p>One thread reads all messages, so that the end of the input is seen while a piece is being
 * computed; the main thread works.
 */
final class ChildMain {
  private final Wire wire;
  private final BlockingQueue<Message.FromParent> orders = new LinkedBlockingQueue<>();
  private final BlockingQueue<Message.ClassBytes> classes = new SynchronousQueue<>();
  private int generation = -1;
  private CellLoader loader = new CellLoader(this::ask);
  private @Nullable PieceWork<?> work;

  private ChildMain(Wire wire) {
    this.wire = wire;
  }

  /** Runs the child; its parent starts it. */
  @SuppressWarnings("SystemConsoleNull") // nothing here has a console
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Wire wire =
        new Wire(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
    System.setIn(InputStream.nullInputStream());
    PrintedStream.capture(wire);
    ChildMain child = new ChildMain(wire);
    Thread.ofPlatform().daemon().name("interlock-parent").start(child::listen);
    while (true) {
      child.follow(child.orders.take());
    }
  }

  private void listen() {
    try {
      for (Optional<Message> next = wire.receive(); next.isPresent(); next = wire.receive()) {
        switch ((Message.FromParent) next.get()) {
          case Message.ClassBytes bytes -> classes.put(bytes);
          case Message.Prepare prepare -> orders.put(prepare);
          case Message.Compute compute -> orders.put(compute);
        }
      }
    } catch (IOException | InterruptedException gone) {
      // As good as the end of the input.
    } finally {
      // The parent is gone: no shutdown hook of a task may keep this process alive.
      Runtime.getRuntime().halt(0);
    }
  }

  private void follow(Message.FromParent order) throws IOException {
    switch (order) {
      case Message.Prepare prepare -> wire.send(prepare(prepare));
      case Message.Compute compute -> wire.send(compute(compute.piece()));
      case Message.ClassBytes bytes -> throw new IllegalStateException(bytes.name());
    }
  }

  private Message prepare(Message.Prepare order) {
    try {
      if (order.generation() != generation) {
        generation = order.generation();
        loader = new CellLoader(this::ask);
      }
      Thread.currentThread().setContextClassLoader(loader);
      for (Parcel.Variable variable : order.parcel().variables()) {
        Packer.staticField(variable.owner(), variable.name(), loader)
            .set(null, Serial.read(variable.value(), loader));
      }
      work = (PieceWork<?>) Serial.read(order.parcel().work(), loader);
      return new Message.Ready();
    } catch (IOException | ReflectiveOperationException | RuntimeException | Error broken) {
      return new Message.NotReady(Failure.of(broken));
    }
  }

  private Message compute(Piece piece) {
    try {
      Object partial = Ledger.call(Objects.requireNonNull(work), piece);
      System.out.flush();
      return new Message.Finished(piece, Serial.write(partial));
    } catch (NotSerializableException unsendable) {
      return new Message.Failed(piece, Failure.of(unsendableResult(unsendable)));
    } catch (Throwable thrown) {
      return new Message.Failed(piece, Failure.of(thrown));
    }
  }

  private static IllegalStateException unsendableResult(NotSerializableException unsendable) {
    return new IllegalStateException(
        "The partial result has a value of class %s, which cannot be sent back from a child process: return one that is Serializable"
            .formatted(unsendable.getMessage()));
  }

  private synchronized byte @Nullable [] ask(String name) {
    try {
      wire.send(new Message.Wanted(name));
      Bytes bytes = classes.take().bytes();
      return bytes == null ? null : bytes.array();
    } catch (IOException | InterruptedException gone) {
      return null;
    }
  }
}
