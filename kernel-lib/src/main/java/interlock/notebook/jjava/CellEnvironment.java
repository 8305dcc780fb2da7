package interlock.notebook.jjava;

import interlock.notebook.Cell;
import interlock.notebook.CellChannel;
import interlock.notebook.Outbox;
import interlock.notebook.Rendering;
import interlock.notebook.lesson.Visited;
import java.util.function.Function;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.messages.ContentType;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.publish.PublishDisplayData;
import org.dflib.jjava.jupyter.messages.publish.PublishError;
import org.dflib.jjava.jupyter.messages.publish.PublishStream;
import org.dflib.jjava.jupyter.messages.publish.PublishUpdateDisplayData;
import org.dflib.jjava.jupyter.messages.reply.ErrorReply;
import org.dflib.jjava.jupyter.messages.reply.ExecuteReply;
import org.jspecify.annotations.Nullable;

/**
 * What JJava publishes and replies through while one cell runs.
 *
 * <p>It sends gathered text before anything else, so that the order on the page is the order in the
 * cell. Its channel sends on the socket itself, under the cell's header: the environment's own
 * {@code publish} is not safe while the shell thread defers a message, and stops with the cell.
 */
final class CellEnvironment extends ShellReplyEnvironment {
  private final ShellReplyEnvironment shell;
  private final Runnable takeStreams;
  private final Cell cell;
  private final Function<PublishError, CellErrors.Shown> explain;
  private CellErrors.@Nullable Shown shown;

  CellEnvironment(
      ShellReplyEnvironment shell,
      Runnable takeStreams,
      Function<PublishError, CellErrors.Shown> explain) {
    super((ShellChannel) shell.getShell(), null, shell.getIopub(), shell.getContext());
    this.shell = shell;
    this.takeStreams = takeStreams;
    this.cell =
        new Cell(
            new SocketChannel(shell.getIopub(), shell.getContext()), CellId.of(shell.getContext()));
    this.explain = explain;
  }

  Cell cell() {
    return cell;
  }

  @Override
  public void publish(Message<?> message) {
    cell.flush();
    if (message.getContent() instanceof PublishError error) {
      shown = explain.apply(error);
      send(message(PublishError.MESSAGE_TYPE, published(shown)));
    } else {
      send(message);
    }
  }

  /** The thread that answers may be interrupted too: it calls the cell's {@code toString}. */
  private void send(Message<?> message) {
    Outbox.send(() -> super.publish(message));
  }

  /** JJava publishes the error first, so that the reply says the same. */
  @Override
  public void replyError(MessageType<?> type, ErrorReply error) {
    ErrorReply reply = error;
    if (shown != null) {
      reply = new ErrorReply(shown.name(), shown.message(), shown.traceback());
    }
    super.replyError(type, reply);
  }

  /** JJava calls this first when it has put its own streams in place. */
  @Override
  public void defer(Runnable action) {
    super.defer(action);
    takeStreams.run();
  }

  @Override
  public void reply(Message<?> message) {
    if (message.getContent() instanceof ExecuteReply) { // a failed cell gets another
      Visited.ran(CellId.of(getContext()));
    }
    Outbox.send(() -> super.reply(message));
  }

  @Override
  public String readFromStdIn(String prompt, boolean isPassword) {
    cell.flush();
    return shell.readFromStdIn(prompt, isPassword);
  }

  /** Reports what the kernel itself threw: JJava catches exceptions only. */
  void replyError(CellErrors.Shown error) {
    cell.flush();
    shown = error;
    send(message(PublishError.MESSAGE_TYPE, published(error)));
    ErrorReply reply = new ErrorReply(error.name(), error.message(), error.traceback());
    defer().replyError(ExecuteReply.MESSAGE_TYPE.error(), reply);
  }

  private static PublishError published(CellErrors.Shown error) {
    return new PublishError(error.name(), error.message(), error.traceback());
  }

  private <T> Message<T> message(MessageType<T> type, T content) {
    return new Message<>(getContext(), type, content);
  }

  private record SocketChannel(JupyterSocket iopub, MessageContext context) implements CellChannel {
    @Override
    public void print(Stream stream, String text) {
      send(
          new PublishStream(
              stream == Stream.OUT ? PublishStream.StreamType.OUT : PublishStream.StreamType.ERR,
              text));
    }

    @Override
    public void display(Rendering rendering, String id) {
      send(new PublishDisplayData(data(rendering, id)));
    }

    @Override
    public void update(Rendering rendering, String id) {
      send(new PublishUpdateDisplayData(data(rendering, id)));
    }

    private static DisplayData data(Rendering rendering, String id) {
      DisplayData data = JJavaRenderers.toDisplayData(rendering);
      data.putTransientData("display_id", id);
      return data;
    }

    private <T extends ContentType<T>> void send(T content) {
      Message<T> message = new Message<>(context, content.getType(), content);
      Outbox.send(() -> iopub.sendMessage(message));
    }
  }
}
