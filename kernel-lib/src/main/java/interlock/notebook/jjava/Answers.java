package interlock.notebook.jjava;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.ShellHandler;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.reply.CompleteReply;
import org.dflib.jjava.jupyter.messages.reply.IsCompleteReply;
import org.dflib.jjava.jupyter.messages.request.CompleteRequest;

/**
 * What the front end is told when a question about code fails: that nothing is known.
 *
 * <p>JJava answers where an exception is thrown, and not where an error is, such as the compiler's
 * stack overflow on deep source. A front end would then wait for ever.
 */
final class Answers {
  private Answers() {}

  static void whateverIsThrown(JupyterConnection connection) {
    guard(connection, MessageType.COMPLETE_REQUEST, Answers::nothing);
    guard(
        connection,
        MessageType.IS_COMPLETE_REQUEST,
        (env, _) -> env.reply(IsCompleteReply.UNKNOWN));
  }

  private static void nothing(ShellReplyEnvironment env, Message<CompleteRequest> request) {
    int at = request.getContent().getCursorPos();
    env.reply(new CompleteReply(List.of(), at, at, Map.of()));
  }

  private static <T> void guard(
      JupyterConnection connection,
      MessageType<T> type,
      BiConsumer<ShellReplyEnvironment, Message<T>> answer) {
    ShellHandler<T> handler = connection.getHandler(type);
    connection.setHandler(
        type,
        (env, request) -> {
          try {
            handler.handle(env, request);
          } catch (RuntimeException | Error e) {
            answer.accept(env, request);
          }
        });
  }
}
