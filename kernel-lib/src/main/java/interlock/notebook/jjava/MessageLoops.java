package interlock.notebook.jjava;

import java.util.concurrent.CountDownLatch;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.channels.Loop;

/**
 * JJava's loops over shell, control and heartbeat, made to wait on their sockets.
 *
 * <p>JJava looks for a message, sleeps 50 ms (500 ms for the heartbeat) and looks again, which
 * every cell and every message of a widget then waits for. Here the loop's own thread waits until a
 * message is there, and costs nothing meanwhile. Only that thread uses the socket, as before.
 */
final class MessageLoops {
  /** Ends a wait whose socket another thread has closed; a message ends it at once. */
  private static final long LONGEST_WAIT_MILLIS = 2000;

  /** JJava's own loops, until they wait: without a pause they take both cores from the start-up. */
  private static final long FIRST_PAUSE_MILLIS = 2;

  private static final long NO_PAUSE = 0;

  private final CountDownLatch firstEnd = new CountDownLatch(1);

  private MessageLoops() {}

  /** Connects, and has every loop wait on its socket from its second round on. */
  static MessageLoops connect(JupyterConnection connection) {
    MessageLoops loops = new MessageLoops();
    for (String channel : new String[] {"shell", "control", "heartbeat"}) {
      Internals.set(Internals.get(connection, channel), "sleep", FIRST_PAUSE_MILLIS);
    }
    connection.connect();
    loops.waitOn(connection, "shell", "ioloop");
    loops.waitOn(connection, "control", "ioloop");
    loops.waitOn(connection, "heartbeat", "pulse");
    return loops;
  }

  /** Waits until a loop has ended: the one that was told to shut down, when it has closed all. */
  void awaitEnd() throws InterruptedException {
    firstEnd.await();
  }

  private void waitOn(JupyterConnection connection, String channel, String field) {
    JupyterSocket socket = (JupyterSocket) Internals.get(connection, channel);
    Loop loop = (Loop) Internals.get(socket, field);
    IntSupplier events = Internals.messageWait(socket, LONGEST_WAIT_MILLIS);
    LongSupplier look = (LongSupplier) Internals.get(loop, "loopBody");
    LongSupplier waitAndLook = () -> waitAndLook(events, look);
    loop.onClose(firstEnd::countDown);
    loop.doNext(() -> Internals.set(loop, "loopBody", waitAndLook));
  }

  /** An error that a handler lets through, or a full heap, would end the thread that answers. */
  private static long waitAndLook(IntSupplier events, LongSupplier look) {
    try {
      if (events.getAsInt() > 0) {
        long _ = look.getAsLong();
      }
    } catch (Throwable e) {
      tell(e);
    }
    return NO_PAUSE;
  }

  private static void tell(Throwable error) {
    try {
      System.err.println("The kernel could not handle a message: " + error);
    } catch (OutOfMemoryError e) {
      // There is no room to tell of it. What fills the heap is being stopped.
    }
  }
}
