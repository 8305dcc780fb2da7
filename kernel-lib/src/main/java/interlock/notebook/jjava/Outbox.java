package interlock.notebook.jjava;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.messages.Message;

/**
 * Sends what any thread publishes, from one thread that nobody interrupts: JeroMQ leaves out frames
 * of what an interrupted thread sends, and the front end then never sees that message.
 */
final class Outbox {
  private static final ExecutorService SENDER =
      Executors.newSingleThreadExecutor(
          body -> Thread.ofPlatform().name("interlock-outbox").daemon().unstarted(body));

  private Outbox() {}

  /** Sends a message, and returns when it is sent: who publishes is no faster than the page. */
  static void send(JupyterSocket socket, Message<?> message) {
    awaitUninterrupted(SENDER.submit(() -> socket.sendMessage(message)));
  }

  private static void awaitUninterrupted(Future<?> sent) {
    boolean interrupted = false;
    while (!sent.isDone()) {
      try {
        sent.get();
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (ExecutionException e) {
        break;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
