package interlock.notebook.jjava;

import interlock.notebook.Cell;
import interlock.notebook.CellChannel;
import interlock.notebook.Rendering;
import interlock.notebook.lesson.Visited;
import java.util.Arrays;
import java.util.List;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.messages.ContentType;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.publish.PublishDisplayData;
import org.dflib.jjava.jupyter.messages.publish.PublishError;
import org.dflib.jjava.jupyter.messages.publish.PublishStream;
import org.dflib.jjava.jupyter.messages.publish.PublishUpdateDisplayData;
import org.dflib.jjava.jupyter.messages.reply.ErrorReply;
import org.dflib.jjava.jupyter.messages.reply.ExecuteReply;

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

  CellEnvironment(ShellReplyEnvironment shell, Runnable takeStreams) {
    super((ShellChannel) shell.getShell(), null, shell.getIopub(), shell.getContext());
    this.shell = shell;
    this.takeStreams = takeStreams;
    this.cell =
        new Cell(
            new SocketChannel(shell.getIopub(), shell.getContext()), CellId.of(shell.getContext()));
  }

  Cell cell() {
    return cell;
  }

  @Override
  public void publish(Message<?> message) {
    cell.flush();
    super.publish(message);
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
    super.reply(message);
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
      DisplayData data = JJavaRenderers.toDisplayData(rendering);
      data.putTransientData("display_id", id);
      return data;
    }

    private <T extends ContentType<T>> void send(T content) {
      iopub.sendMessage(new Message<T>(context, content.getType(), content));
    }
  }
}
