package interlock.notebook.jjava;

import java.util.List;
import java.util.function.BiConsumer;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.ShellHandler;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.reply.CompleteReply;
import org.dflib.jjava.jupyter.messages.reply.ErrorReply;
import org.dflib.jjava.jupyter.messages.reply.InspectReply;
import org.dflib.jjava.jupyter.messages.reply.IsCompleteReply;

/**
 * What the front end is told when a question about code fails.
 *
 * <p>JJava answers where an exception is thrown, and not where an error is, such as the compiler's
 * stack overflow on deep source. A front end then waits for ever.
 */
final class Answers {
  private Answers() {}

  static void whateverIsThrown(JupyterConnection connection) {
    guard(
        connection,
        MessageType.INSPECT_REQUEST,
        (env, e) -> env.replyError(InspectReply.MESSAGE_TYPE.error(), error(e)));
    guard(
        connection,
        MessageType.COMPLETE_REQUEST,
        (env, e) -> env.replyError(CompleteReply.MESSAGE_TYPE.error(), error(e)));
    guard(
        connection,
        MessageType.IS_COMPLETE_REQUEST,
        (env, _) -> env.reply(IsCompleteReply.UNKNOWN));
  }

  private static <T> void guard(
      JupyterConnection connection,
      MessageType<T> type,
      BiConsumer<ShellReplyEnvironment, Throwable> answer) {
    ShellHandler<T> handler = connection.getHandler(type);
    connection.setHandler(
        type,
        (env, request) -> {
          try {
            handler.handle(env, request);
          } catch (RuntimeException | Error e) {
            answer.accept(env, e);
          }
        });
  }

  private static ErrorReply error(Throwable thrown) {
    String name = thrown.getClass().getName();
    return new ErrorReply(name, String.valueOf(thrown.getMessage()), List.of());
  }
}
