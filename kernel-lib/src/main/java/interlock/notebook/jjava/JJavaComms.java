package interlock.notebook.jjava;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import interlock.notebook.Comm;
import interlock.notebook.Comms;
import interlock.notebook.Outbox;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.channels.ShellHandler;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.comm.CommCloseCommand;
import org.dflib.jjava.jupyter.messages.comm.CommMsgCommand;
import org.dflib.jjava.jupyter.messages.comm.CommOpenCommand;
import org.dflib.jjava.jupyter.messages.reply.CommInfoReply;
import org.dflib.jjava.jupyter.messages.reply.CommInfoReply.CommInfo;
import org.dflib.jjava.jupyter.messages.request.CommInfoRequest;
import org.jspecify.annotations.Nullable;

/**
 * Comms over JJava's sockets, beside those of JJava's own comm manager.
 *
 * <p>The manager itself is of no use here: its methods name a JSON library that JJava 1.0a8 has
 * under another name than the version that this compiles against. So contents are sent as maps, and
 * read from the text of what JJava has parsed.
 */
final class JJavaComms implements Comms {
  private final BaseKernel kernel;
  private final Map<String, Line> lines = new ConcurrentHashMap<>();
  private final Map<String, Comm.Receiver> targets = new ConcurrentHashMap<>();

  private @Nullable JupyterSocket iopub;
  private volatile @Nullable MessageContext cell;

  JJavaComms(BaseKernel kernel) {
    this.kernel = kernel;
  }

  /** Puts these comms before the kernel's own; what they do not know goes on to those. */
  synchronized void attach(JupyterConnection connection) {
    iopub = connection.getIOPub();
    ShellHandler<CommOpenCommand> open = connection.getHandler(MessageType.COMM_OPEN_COMMAND);
    ShellHandler<CommMsgCommand> message = connection.getHandler(MessageType.COMM_MSG_COMMAND);
    ShellHandler<CommCloseCommand> close = connection.getHandler(MessageType.COMM_CLOSE_COMMAND);
    connection.setHandler(
        MessageType.COMM_OPEN_COMMAND,
        (env, request) -> {
          if (!opened(env, request)) {
            open.handle(env, request);
          }
        });
    connection.setHandler(
        MessageType.COMM_MSG_COMMAND,
        (env, request) -> {
          if (!received(env, request)) {
            message.handle(env, request);
          }
        });
    connection.setHandler(
        MessageType.COMM_CLOSE_COMMAND,
        (env, request) -> {
          if (!closed(env, request)) {
            close.handle(env, request);
          }
        });
    connection.setHandler(MessageType.COMM_INFO_REQUEST, this::info);
  }

  /** Comms that are opened from now on belong to this cell: a page drops what has no session. */
  void begin(MessageContext request) {
    cell = request;
  }

  @Override
  public Comm open(
      String target, Map<String, ?> data, Map<String, ?> metadata, Comm.Receiver receiver) {
    MessageContext opener = cell;
    Line line = new Line(UUID.randomUUID().toString(), target, receiver, opener);
    lines.put(line.id, line);
    send(
        MessageType.COMM_OPEN_COMMAND,
        Map.of("comm_id", line.id, "target_name", target, "data", data),
        new LinkedHashMap<>(metadata),
        opener);
    return line;
  }

  @Override
  public void accept(String target, Comm.Receiver receiver) {
    targets.put(target, receiver);
  }

  private boolean opened(ShellReplyEnvironment env, Message<CommOpenCommand> request) {
    CommOpenCommand content = request.getContent();
    Comm.Receiver receiver = targets.get(String.valueOf(content.getTargetName()));
    if (receiver == null || content.getCommID() == null) {
      return false;
    }
    env.setBusyDeferIdle();
    String id = content.getCommID();
    lines.put(id, new Line(id, content.getTargetName(), receiver, request));
    return true;
  }

  private boolean received(ShellReplyEnvironment env, Message<CommMsgCommand> request) {
    Line line = known(request.getContent().getCommID());
    if (line == null) {
      return false;
    }
    // The page sends its next change when it has read that this one is done.
    env.setBusyDeferIdle();
    quietly(() -> line.receiver.message(data(request.getContent()), line.answering(request)));
    return true;
  }

  private boolean closed(ShellReplyEnvironment env, Message<CommCloseCommand> request) {
    Line line = known(request.getContent().getCommID());
    if (line == null) {
      return false;
    }
    env.setBusyDeferIdle();
    lines.remove(line.id);
    quietly(line.receiver::closed);
    return true;
  }

  private void info(ShellReplyEnvironment env, Message<CommInfoRequest> request) {
    String target = request.getContent().getTargetName();
    env.setBusyDeferIdle();
    Map<String, CommInfo> known = new LinkedHashMap<>();
    kernel.getCommManager().forEach(c -> known.put(c.getID(), new CommInfo(c.getTargetName())));
    lines.forEach((id, line) -> known.put(id, new CommInfo(line.target)));
    if (target != null) {
      known.values().removeIf(comm -> !target.equals(comm.getTargetName()));
    }
    env.reply(new CommInfoReply(known));
  }

  private @Nullable Line known(@Nullable String id) {
    return id == null ? null : lines.get(id);
  }

  private static JsonObject data(CommMsgCommand content) {
    String text = String.valueOf(Internals.call(content, "getData"));
    try {
      return JsonParser.object().from(text);
    } catch (JsonParserException e) {
      return new JsonObject();
    }
  }

  /** What fails in a receiver must not end the thread that answers the front end. */
  private static void quietly(Runnable action) {
    try {
      action.run();
    } catch (Throwable thrown) {
      System.err.println("A message from the page could not be handled: " + thrown);
    }
  }

  @SuppressWarnings("unchecked") // a content is written as JSON, whatever its class is
  private void send(
      MessageType<?> type,
      Object content,
      @Nullable Map<String, Object> metadata,
      @Nullable MessageContext parent) {
    JupyterSocket socket = socket();
    if (socket != null) {
      MessageType<Object> any = (MessageType<Object>) type;
      Message<Object> message = new Message<>(parent, any, content, null, metadata);
      Outbox.send(() -> socket.sendMessage(message));
    }
  }

  private synchronized @Nullable JupyterSocket socket() {
    return iopub;
  }

  /** One comm, as the answer to a message or unasked. */
  private final class Line implements Comm {
    private final String id;
    private final String target;
    private final Comm.Receiver receiver;
    private final @Nullable MessageContext asked;

    Line(String id, String target, Comm.Receiver receiver, @Nullable MessageContext asked) {
      this.id = id;
      this.target = target;
      this.receiver = receiver;
      this.asked = asked;
    }

    Line answering(MessageContext message) {
      return new Line(id, target, receiver, message);
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public void send(Map<String, ?> data) {
      if (lines.containsKey(id)) {
        JJavaComms.this.send(
            MessageType.COMM_MSG_COMMAND, Map.of("comm_id", id, "data", data), null, asked);
      }
    }

    @Override
    public void close() {
      if (lines.remove(id) != null) {
        JJavaComms.this.send(
            MessageType.COMM_CLOSE_COMMAND, Map.of("comm_id", id, "data", Map.of()), null, asked);
      }
    }
  }
}
